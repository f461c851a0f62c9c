/** What an office is doing now. */
export interface TownBoardStatus {
  state: 'open' | 'pause' | 'closed' | 'unknown';
  /** In words, in the board's language: "Open · closes at 13:00 for lunch, back at 14:00". */
  sentence: string;
  /** Seconds since 1970, or null when it is not known. */
  nextChange: number | null;
}

/**
 * The town's offices, whether they are open now, and its news.
 *
 * Attributes: `src`, `show`, `office`, `schedule`, `lang`, `limit`, `theme`, `heading-level`, `soon`, `low-vision`,
 * `refresh`, `deep-links`, `mark-new`, `now`; custom-elements.json says what each is.
 */
export class TownBoard extends HTMLElement {
  /** Null before the first drawing. */
  readonly status: TownBoardStatus | null;
  /** Asks for the site file and the feeds again. */
  refresh(): Promise<void>;
}

/** The state of one place, without a site file: attributes `hours`, `zone`, `calendar`, `name`. */
export class TownHours extends TownBoard {}

declare global {
  interface HTMLElementTagNameMap {
    'town-board': TownBoard;
    'town-hours': TownHours;
  }
  interface HTMLElementEventMap {
    'town-board-drawn': CustomEvent<null>;
    'town-board-status': CustomEvent<TownBoardStatus>;
    'town-board-failed': CustomEvent<Error>;
  }
}
