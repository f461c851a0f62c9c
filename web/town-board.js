import { Clock } from './clock.js';
import { loadCore } from './core.js';
import { copyOrShare, download, lastVisit, linkArticle, linkedArticle } from './deeds.js';
import { heldFocus, keepFocus } from './focus.js';
import { KIND, KINDS, load, reportProblems, siteText } from './load.js';
import { Painter } from './ops.js';
import { keepNews } from './printed.js';
import { styleSheet } from './style-sheet.js';

const OPTIONS = ['src', 'show', 'office', 'schedule', 'limit', 'theme', 'heading-level', 'soon', 'low-vision'];
const ACTION = Object.freeze({ openArticle: 1, closeArticle: 2, retry: 13, copy: 14, share: 15, print: 16, vcard: 17, refresh: 18 });
const REFRESH = 10; // minutes between two looks at the feeds
const DAY = 86_400;
const EVENTS = ['click', 'input', 'change', 'submit'];
const PATIENCE = 4000; // milliseconds that a printed board waits for its news before it says whether the office is open

// Numbers as in wasm/core/widget/board.h, Action; a test compares them.
export { ACTION };

/**
 * The town's offices, whether they are open now, and its news. The markup inside the tag is what a reader
 * without script gets; it stays until the first drawing has worked, and for good when none does.
 *
 * Attributes: `src` (the site file), or a `<script type="application/json">` child with its text; `show`,
 * `office`, `schedule`, `lang`, `limit`, `theme`, `heading-level`, `soon`, `low-vision`; `now` (an ISO
 * instant, for demonstrations: the clock stands still there); `refresh` (minutes after which feeds are asked
 * again while the page is visible, ten by default, 0 for never); `deep-links` (an open article is in the
 * page's address, as `#town-board:<feed>:<id>`); `mark-new` (news since the visitor's last visit, or since the instant
 * it names, are marked; what is remembered stays on the device).
 * Events: `town-board-drawn`, `town-board-status` with the status as detail, and `town-board-failed` with the
 * Error as detail. Property `status`; method `refresh()`.
 */
export class TownBoard extends HTMLElement {
  static observedAttributes = ['lang', 'now', ...OPTIONS];
  static loadCore = loadCore; // a test puts its own here

  #life = null; // an AbortController from connect to disconnect
  #core = null;
  #board = 0;
  #painter = null;
  #clock = new Clock();
  #base = '';
  #timer = 0;
  #asked = 0; // when feeds were asked last, by performance.now()
  #scroll = 0; // of the page, when an article was opened
  #wanted = new Set(); // what is under way
  #awaited = 0; // how many of #settle are under way; the last of them draws
  #round = 0; // counts loads; what comes for an earlier one is too late
  #state = '';
  #news = []; // promises
  #mayBePrinted = true;
  #isLate = false; // a printed board is taken over before its news have come
  #showNews = () => {}; // in place of the printed ones

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const wake = () => {
      if (document.visibilityState !== 'visible') return;
      this.#draw();
      this.#askAgain();
    };
    document.addEventListener('visibilitychange', wake, { signal });
    window.addEventListener('pageshow', wake, { signal });
    window.addEventListener('online', () => this.refresh(), { signal });
    window.addEventListener('hashchange', () => this.#openLinked(), { signal });
    const look = setInterval(() => this.#askAgain(), 30_000);
    signal.addEventListener('abort', () => clearInterval(look));
    this.#start();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#life = null;
    clearTimeout(this.#timer);
    this.#forget();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'src') {
      this.refresh(); // nothing before it is connected
      return;
    }
    if (!this.#board) return;
    if (name !== 'now') this.#option(name === 'lang' ? 'language' : name, after ?? '');
    this.#settle();
  }

  /** The state of the office that is shown: `{state, sentence, nextChange}`; null before the first drawing. */
  get status() {
    if (!this.#painter) return null;
    this.#core.call('core_board_status', this.#board, this.#now());
    return JSON.parse(this.#core.answer());
  }

  /** Asks for the site file and the feeds again. */
  async refresh() {
    if (!this.#life) return;
    this.#forget();
    await this.#start();
  }

  async #start() {
    const round = this.#round;
    try {
      const [core, [site, base]] = await Promise.all([TownBoard.loadCore(), this.siteText()]);
      if (round !== this.#round) return;
      this.#core = core;
      this.#base = base;
      this.#board = core.call('core_board_new');
      for (const name of OPTIONS) {
        if (this.hasAttribute(name)) this.#option(name, this.getAttribute(name));
      }
      this.#option('language', this.closest('[lang]')?.lang ?? '');
      this.#markNew();
      const good = core.call('core_board_site', this.#board, site);
      reportProblems(this.#core, this.#board);
      if (!good) {
        core.call('core_board_free', this.#board);
        this.#board = 0; // nothing may draw it over the markup in the tag
        throw new SyntaxError(`town-board: ${this.#base} is no site file`);
      }
      this.#asked = performance.now();
      await this.#settle();
      this.#openLinked();
    } catch (error) {
      if (round === this.#round) this.#fail(error);
    }
  }

  #markNew() {
    const since = this.getAttribute('mark-new');
    if (since === null) return;
    const minutes = Math.floor(Date.parse(since) / 60_000 || lastVisit(this.#base, this.#now() / 60));
    this.#option('new-since', String(minutes));
  }

  // In the background nothing is fetched; a page that comes to the front catches up.
  #askAgain() {
    const minutes = Number(this.getAttribute('refresh') ?? REFRESH);
    if (!this.#board || !(minutes > 0) || document.visibilityState !== 'visible') return;
    if (performance.now() - this.#asked < minutes * 60_000) return;
    this.#core.call('core_board_act', this.#board, ACTION.refresh, '', this.#now());
    this.#askFeeds();
  }

  #askFeeds() {
    this.#asked = performance.now();
    return this.#settle();
  }

  #openLinked() {
    const article = this.#board && this.hasAttribute('deep-links') ? linkedArticle() : null;
    if (article === null) return;
    this.#core.call('core_board_act', this.#board, ACTION.openArticle, article, this.#now());
    this.#draw();
  }

  /** The text of the site file and the address that its links stand against. */
  siteText() {
    return siteText(this, this.#clock);
  }

  #option(name, value) {
    this.#core.call('core_board_option', this.#board, name, value);
  }

  /** Fetches what the board needs, draws when the first of it is there, and again as more comes. */
  async #settle() {
    const round = this.#round;
    this.#showNews();
    this.#awaited += 1;
    this.#core.call('core_board_needs', this.#board);
    const all = this.#core.answer().split('\n').filter(Boolean).map((line) => line.split('\t'));
    const needs = all.filter(([kind, name]) => !this.#wanted.has(`${kind} ${name}`));
    const words = needs.filter(([kind]) => Number(kind) !== KIND.feed);
    for (const [kind, name] of needs) this.#wanted.add(`${kind} ${name}`);
    const feeds = needs.filter(([kind]) => Number(kind) === KIND.feed);
    // News that come before the words are drawn with them, later ones by themselves.
    for (const need of feeds) {
      this.#news.push(this.#supply(need).then(() => round === this.#round && this.#painter && this.#draw()));
    }
    await Promise.all(words.map((need) => this.#supply(need)));
    if (round !== this.#round) return;
    if (words.length > 0) {
      this.#awaited -= 1;
      return this.#settle();
    }
    if (this.shadowRoot && this.#mayBePrinted) {
      const news = Promise.all(this.#news).then(() => round === this.#round && this.#showNews());
      this.#isLate = await Promise.race([news, new Promise((done) => setTimeout(done, PATIENCE, true))]);
      if (round !== this.#round) return;
    }
    this.#awaited -= 1;
    this.#draw();
  }

  async #supply([kind, name, text]) {
    const round = this.#round;
    const number = Number(kind);
    let loaded;
    try {
      loaded = await load({ core: this.#core, base: this.#base, clock: this.#clock }, number, name, text);
    } catch (error) {
      if (round !== this.#round) return;
      this.#wanted.delete(`${kind} ${name}`);
      const place = number === KIND.phrase ? `site.json#${name}` : `${KINDS[number]} ${name}`;
      console.warn(`town-board: ${place}: ${error.message}`);
      this.#core.call('core_board_fail', this.#board, number, name, text, this.#now());
      return;
    }
    if (round !== this.#round) return;
    this.#wanted.delete(`${kind} ${name}`);
    const [bytes, type, address = text] = loaded;
    this.#core.call('core_board_supply', this.#board, number, name, address, bytes, type, this.#now());
    reportProblems(this.#core, this.#board);
  }

  #now() {
    const fixed = Date.parse(this.getAttribute('now') ?? '');
    return Number.isNaN(fixed) ? this.#clock.now() : fixed / 1000;
  }

  #draw() {
    if (!this.#board || this.#awaited > 0) return;
    clearTimeout(this.#timer);
    try {
      const now = this.#now();
      const root = this.#root();
      const focus = heldFocus(root);
      this.#paint(now, this.#painter.idOf(root.activeElement));
      keepFocus(root, focus);
      reportProblems(this.#core, this.#board);
      const next = this.#core.call('core_board_next', this.#board, now);
      // A timer of more than 2^31 ms fires at once; a day is enough, and waking draws anyway.
      const wait = Number.isNaN(next) ? DAY : Math.min(Math.max(next - now, 0.05), DAY);
      if (!this.hasAttribute('now')) this.#timer = setTimeout(() => this.#draw(), wait * 1000);
      this.#announce('drawn');
      const { state } = this.status;
      if (state !== this.#state) {
        this.#state = state;
        this.#announce('status', this.status);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #paint(now, focused) {
    const size = this.#core.call('core_board_draw', this.#board, now, focused);
    if (size === 0) return;
    const { exports } = this.#core;
    const ops = this.#core.bytes(exports.core_ops(), size);
    const texts = new TextDecoder().decode(this.#core.bytes(exports.core_texts(), exports.core_texts_size()));
    this.#painter.apply(ops, texts);
  }

  // Draws the board apart, as the tool prints it, and goes on with the printed one when it is the same.
  #adopt(root) {
    const printed = root.querySelector('.board');
    if (!this.#mayBePrinted || !printed) return false;
    this.#painter = new Painter(document.createDocumentFragment());
    this.#option('printed', printed.dataset.printed ?? '0');
    this.#paint(NaN, 0);
    const show = this.#isLate && keepNews(this.#painter.node(0), printed);
    if (this.#painter.adopt(root, printed)) {
      if (show) this.#showNews = show;
      // The link to the style sheet is not needed any more.
      for (const node of [...root.childNodes]) if (node !== printed) node.remove();
      return true;
    }
    this.#core.call('core_board_reset', this.#board);
    return false;
  }

  #root() {
    // A root that the page was printed with; attaching another would wipe it.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (!this.#painter) {
      root.adoptedStyleSheets = [styleSheet()];
      if (!this.#adopt(root)) {
        root.textContent = '';
        this.#painter = new Painter(root);
      }
      this.#mayBePrinted = false;
      // Once, however often the board begins anew on this root.
      for (const kind of EVENTS) root.addEventListener(kind, this.#act);
    }
    return root;
  }

  #act = (event) => {
    const element = event.target.closest?.('[data-action]');
    if (!element || !this.#board || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const field = element.matches('input, select');
    const wanted = field ? 'input' : element.matches('form') ? 'submit' : 'click';
    if (event.type !== wanted) return;
    if (!field) event.preventDefault();
    const action = Number(element.dataset.action);
    const value = element.dataset.value ?? (field ? element.value : '');
    if (action === ACTION.print) window.print();
    if (action === ACTION.copy || action === ACTION.share) this.#copy(action, value);
    if (action === ACTION.vcard) {
      this.#core.call('core_board_vcard', this.#board, value);
      download(this.#core.answer(), `${value}.vcf`, 'text/vcard');
    }
    if (this.#core.call('core_board_act', this.#board, action, value, this.#now()) === 0) return;
    if (action === ACTION.openArticle) this.#scroll = window.scrollY;
    const moves = action === ACTION.openArticle || action === ACTION.closeArticle;
    if (moves && this.hasAttribute('deep-links')) linkArticle(value);
    const settled = action === ACTION.retry ? this.#askFeeds() : this.#settle();
    settled.then(() => this.#board && this.#moveFocus(action));
  };

  #moveFocus(action) {
    this.#core.call('core_board_focus', this.#board);
    const key = this.#core.answer();
    const back = action === ACTION.closeArticle;
    if (key) this.shadowRoot.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: back });
    if (back) window.scrollTo(window.scrollX, this.#scroll);
  }

  async #copy(action, value) {
    if (!(await copyOrShare(value, action === ACTION.share)) || !this.#board) return;
    this.#core.call('core_board_done', this.#board, action);
    this.#draw();
  }

  #forget() {
    this.#round += 1;
    this.#wanted.clear();
    this.#awaited = 0;
    if (!this.#board) return;
    this.#core.call('core_board_free', this.#board);
    this.#board = 0;
    this.#painter = null;
    this.#news = [];
    this.#showNews = () => {};
  }

  #fail(error) {
    console.error(error);
    this.#announce('failed', error);
  }

  #announce(what, detail = null) {
    this.dispatchEvent(new CustomEvent(`town-board-${what}`, { bubbles: true, detail }));
  }
}
