/** A text, or an element: its name, its attributes and its children. */
export type SafeNode = string | [name: string, attributes: Record<string, string>, ...children: SafeNode[]];

/** HTML that is safe to show: no script, style, form, frame or event, links only to https, http, mailto and tel. */
export interface SafeContent {
  html: string;
  /** Without markup, a line a block; made whenever it is asked for. */
  readonly text: string;
  /** Only when `trees` was asked for. */
  tree?: SafeNode[];
}

export interface Enclosure {
  url: string | null;
  /** Media type, null when the feed does not say. */
  type: string | null;
  /** Bytes, null when the feed does not say. */
  length: number | null;
}

export interface Item {
  id: string | null;
  /** Plain text. */
  title: string | null;
  link: string | null;
  /** ISO 8601 in UTC; null where the feed has no date that could be trusted. */
  published: string | null;
  updated: string | null;
  author: string | null;
  image: string | null;
  summary: SafeContent | null;
  content: SafeContent | null;
  enclosures: Enclosure[];
  categories: string[];
}

export interface Problem {
  /** One of the codes of data/problems.json, such as `feed_is_a_page`. */
  code: string;
  level: 'error' | 'warning';
  suggestion: string | null;
}

export interface Feed {
  /** False: this is no feed at all; `problems` say why. */
  ok: boolean;
  title: string | null;
  link: string | null;
  subtitle: string | null;
  /** BCP 47. */
  language: string | null;
  updated: string | null;
  items: Item[];
  problems: Problem[];
}

/**
 * Reads RSS 0.90 to 2.0, Atom 0.3 and 1.0, and JSON Feed. `contentType` is the header of that name, `url` where the feed
 * came from: the base of its links.
 */
export function parseFeed(
  source: Uint8Array | ArrayBuffer | string,
  options?: { contentType?: string; url?: string; trees?: boolean },
): Feed;

/** HTML from outside as far as it is harmless; null when nothing is left. */
export function safeHtml(html: string, options?: { url?: string; trees?: boolean }): SafeContent | null;
