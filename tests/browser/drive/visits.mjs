// The frame of the tests that run in every engine: one town for the file, one browser for each engine.
import { after, before, describe } from 'node:test';
import { Browser, ENGINES } from './browser.mjs';
import { Town } from './town.mjs';

/** A visitor in front of the demo page; everything is asked of the page's one board. */
export class Visit {
  browser = null;
  town = null;
  #count = 0;

  /** Opens a page and waits until the board is drawn with its news. */
  async open(wishes) {
    await this.begin(wishes);
    await this.browser.until(() => {
      const inside = document.querySelector('town-board')?.shadowRoot;
      return Boolean(inside?.querySelector('.status[role=status]') && inside.querySelector('.item'));
    });
    await this.quiet();
  }

  /** Waits until every request is answered and what came is drawn. */
  async quiet() {
    do {
      await this.town.answered();
      await this.browser.run(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    } while (this.town.pending > 0);
  }

  /** Opens a page and waits for its load only. */
  begin(wishes) {
    this.#count += 1; // a new address each time, so that no browser takes the last page for this one
    return this.browser.go(this.town.page({ at: '2026-11-23T10:00', ...wishes, visit: this.#count }));
  }

  /** Waits until the board holds something that the selector finds. */
  finds(selector) {
    return this.browser.until((one) => Boolean(document.querySelector('town-board').shadowRoot?.querySelector(one)), selector);
  }

  sentence() {
    return this.browser.run(() => document.querySelector('town-board').status?.sentence);
  }

  /** The words of the first element that the selector finds; null: there is none. */
  text(selector) {
    return this.browser.run((one) => document.querySelector('town-board').shadowRoot?.querySelector(one)?.innerText ?? null, selector);
  }

  html() {
    return this.browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.board').outerHTML);
  }

  focus(selector) {
    return this.browser.run((one) => document.querySelector('town-board').shadowRoot.querySelector(one).focus(), selector);
  }

  focused() {
    return this.browser.run(() => document.querySelector('town-board').shadowRoot.activeElement?.innerText ?? '');
  }

  /** Everything that went wrong on the page since it was opened. */
  wrong() {
    return this.browser.run(() => window.wrong);
  }

  /** Sets the board's instant; answers with the elements that changed, as "tag.class". */
  async changedAt(instant) {
    return this.browser.run(async (now) => {
      const board = document.querySelector('town-board');
      const records = [];
      const observer = new MutationObserver((list) => records.push(...list));
      observer.observe(board.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
      const drawn = new Promise((done) => board.addEventListener('town-board-drawn', done, { once: true }));
      board.setAttribute('now', now);
      await drawn;
      records.push(...observer.takeRecords());
      observer.disconnect();
      const targets = new Set(records.map((record) => record.target));
      return [...targets].map((one) => `${one.localName ?? one.nodeName}.${one.getAttribute?.('class') ?? ''}`);
    }, `${instant}+03:00`);
  }
}

/** Runs `tests(visit)` once for each engine; `prepare(town)` comes before all of them. */
export function inEveryEngine(tests, prepare = () => {}) {
  const visits = ENGINES.map(() => new Visit());
  let town;
  before(async () => {
    town = await Town.start();
    prepare(town);
    for (const visit of visits) visit.town = town;
  });
  after(() => town?.close());
  ENGINES.forEach((engine, i) => describe(engine, () => {
    before(async () => {
      visits[i].browser = await Browser.start(engine);
    });
    after(() => visits[i].browser?.close());
    tests(visits[i]);
  }));
}
