import { calmly } from './dom.js';
import { finished, textsOf } from './site.js';
import { word } from './words.js';
import { instantOf, isZone } from './zones.js';

const PAUSE = 400; // milliseconds without a change until the board is drawn anew

// The site as the board can show it: without news, which lie on another website, and with a name where one is missing.
function shown(site) {
  const { feeds, ...rest } = finished(site);
  const named = (office) => Object.values(textsOf(office.name, ['en'])).some(Boolean);
  return { ...rest, offices: rest.offices.map((office) => (named(office) ? office : { ...office, name: word('noOffice') })) };
}

/** The real board beside the form, at the instant that is chosen. */
export class Preview {
  #board = null;
  #site;
  #text = '';
  #place;
  #moment;

  /** @param {Element} place where the board stands @param {HTMLFormElement} moment the choice of the instant */
  constructor(place, moment) {
    this.#place = place;
    this.#moment = moment;
    const { at } = moment.elements;
    at.addEventListener('input', () => {
      moment.elements.when.value = 'at';
      this.#setMoment();
    });
    for (const choice of moment.elements.when) choice.addEventListener('change', () => this.#setMoment());
    for (const button of moment.querySelectorAll('[data-time]')) {
      button.addEventListener('click', () => {
        const [day] = (at.value || new Date().toISOString()).split('T');
        at.value = `${day}T${button.dataset.time}`;
        at.dispatchEvent(new Event('input'));
      });
    }
  }

  #setMoment() {
    if (!this.#board) return;
    const { at, when } = this.#moment.elements;
    if (when.value === 'at' && at.value) this.#board.setAttribute('now', instantOf(at.value, this.#site.timeZone).toISOString());
    else this.#board.removeAttribute('now');
  }

  /** Shows a site, a moment later. */
  show = calmly(PAUSE, (site) => this.#show(site));

  #show(site) {
    this.#site = site;
    if (!isZone(site.timeZone) || !site.offices?.length) {
      this.#board?.remove();
      this.#board = null;
      this.#place.hidden = false;
      return;
    }
    const text = JSON.stringify(shown(site));
    if (this.#board && text === this.#text) return;
    this.#text = text;
    this.#place.hidden = true;
    if (this.#board) {
      this.#board.lang = site.languages?.[0] ?? 'en';
      this.#setMoment();
      this.#board.refresh();
      return;
    }
    const board = document.createElement('town-board');
    // In place of a script element, whose text is a sink that Trusted Types guard.
    board.siteText = async () => [this.#text, document.baseURI];
    board.setAttribute('show', 'status hours contacts');
    board.setAttribute('heading-level', '3');
    board.lang = site.languages?.[0] ?? 'en';
    this.#board = board;
    this.#setMoment();
    this.#place.after(board);
  }
}
