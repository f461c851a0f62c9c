/** Something in a sentence that was not understood, or that somebody who knows the office should confirm. */
export interface PhraseProblem {
  /** One of the codes of data/problems.json, such as `phrase_misspelt` or `days_missing`. */
  code: string;
  level: 'error' | 'warning';
  /** Place in the sentence, in UTF-16 code units as `String.prototype.slice` counts them. */
  begin: number;
  end: number;
  /** What to write instead, where that is known. */
  suggestion?: string;
}

export interface PhraseReading {
  /** False: refused; `problems` say why and where. */
  ok: boolean;
  /** OSM opening hours; without days when the sentence names none (problem `days_missing`). Null when refused. */
  hours: string | null;
  /** The language in which it was understood; null when none of the languages is known. */
  language: string | null;
  problems: PhraseProblem[];
}

/** Reads hours as people write them, in the first of the languages that understands them. */
export function readPhrase(sentence: string, languages: string | string[]): Promise<PhraseReading>;

/** Gives the words of a language instead of fetching data/phrases/<language>.json beside the module. */
export function addWords(table: { language: string; words: Record<string, string[]> }): void;
