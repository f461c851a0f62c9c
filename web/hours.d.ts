export type State = 'open' | 'closed' | 'unknown';

export interface Problem {
  /** One of the codes of data/problems.json, such as `hours_unknown_word`. */
  code: string;
  level: 'error' | 'warning';
  /** Place in the text, in UTF-16 code units as `String.prototype.slice` counts them. */
  begin: number;
  end: number;
  /** What to write instead, where that is known. */
  suggestion?: string;
}

export interface Options {
  /** IANA name of the place's time zone, looked up in the tables of the browser or node. Without zone: UTC. */
  zone?: string;
  /** The zone as a POSIX rule, such as `<+03>-3`; goes before `zone`. */
  zoneRule?: string;
  /** The content of a file of data/calendars. Without it, PH and SH never match. */
  calendar?: object;
  /** A region of the calendar, such as `DE-BY`. */
  region?: string;
  /** Latitude and longitude in degrees, for sunrise and sunset. Without it: 6:00 and 18:00, as the specification says. */
  position?: [number, number];
  /** The language of `describe`. */
  language?: string;
  /** Whether the calendar's moved working days are followed; true unless told otherwise. */
  movedDays?: boolean;
  /** Minutes by which days before public holidays end earlier. */
  holidayEve?: number;
  /** What kind of value is expected: ranges of time, points in time (collection times), or both. */
  mode?: 'ranges' | 'points' | 'both';
}

export interface Interval {
  from: Date;
  to: Date;
  state: Exclude<State, 'closed'>;
  comment: string | null;
}

export class OpeningHours {
  /** Reads a value. Never throws for a bad value: `ok` is false, `problems` say why, and the state is unknown. */
  static parse(text: string, options?: Options): OpeningHours;

  readonly ok: boolean;
  /** The one normal form; null when the value is refused. */
  readonly normalized: string | null;
  readonly problems: Problem[];
  /** Whether every week is the same. */
  readonly weekStable: boolean;

  /** What holds at `date`, and the rule that decides. */
  stateAt(date: Date | number): { state: State; comment: string | null; rule: string | null };
  /** When the state changes next; null when it does not within twelve years. */
  nextChange(date: Date | number): Date | null;
  /** Open and unknown stretches between two dates, cut at both ends; at most 100,000. */
  intervals(from: Date | number, to: Date | number): Interval[];
  /** The value in words of a language that is loaded (in node: of any in data/hours). */
  describe(language?: string): string;
  /** Whether the other value has the same rules. */
  equals(other: OpeningHours): boolean;
  toString(): string;
}

/** Gives the words of a language: the content of data/hours/<language>.json. */
export function addLanguage(words: { language: string; words: string[] }): void;
/** Loads the words of a language from data/hours beside the module, for `describe`. */
export function loadLanguage(language: string): Promise<void>;
/**
 * Loads the words of other languages that may stand in values ("lundi", "Пн", "24 hours"), from data/hours beside the
 * module. In node they are read when a value is not understood without them.
 */
export function loadWords(): Promise<void>;
