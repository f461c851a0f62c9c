import { calendars, locales } from 'townboard:data';
import { make, newId } from './dom.js';
import { choiceField, field, textField, textsField, tickField } from './fields.js';
import { hoursField } from './hours-field.js';
import { rows } from './rows.js';
import { freeId, newOffice, put } from './site.js';
import { countryName, language, languageName, word } from './words.js';
import { isZone, ruleOf, zoneNames, zoneOf } from './zones.js';

const ROLES = ['reception', 'hotline', 'fax', 'email', 'enquiry', 'other'];
const KINDS = ['office', 'service', 'reception', 'hotline'];
const choices = (name, values) => values.map((value) => [value, word(`${name}-${value}`)]);

/** The form: draws a site and changes it. `changed` and `say` are the page's. */
export class Form {
  /** What clerks have typed as hours, by the object that it belongs to; their sentences live as long as the page. */
  typed = new WeakMap();
  /** How many sentences of the file that was opened have become exact hours. */
  turnedCount = 0;
  #place;
  #calendarReaders = [];
  #regions = new Map();

  constructor(place, site, { changed, say }) {
    this.#place = place;
    this.site = site;
    this.changed = changed;
    this.say = say;
    this.draw();
  }

  languages() {
    return this.site.languages ?? ['en'];
  }

  turned() {
    this.turnedCount += 1;
  }

  /** Shows another site. */
  open(site) {
    this.site = site;
    this.turnedCount = 0;
    this.draw();
    if (isZone(site.timeZone) && !site.zoneRule) this.#fillRule();
  }

  /** What is not finished: [words, id of the field]. */
  objections() {
    return [...this.#place.querySelectorAll('[data-objection]')].map((control) => {
      const row = [...ancestors(control)].map((one) => one.querySelector(':scope > legend').textContent);
      return [[...row.reverse(), control.dataset.objection].join(', '), control.id];
    });
  }

  setList(owner, key, list) {
    put(owner, key, list.length === 0 && key !== 'offices' ? undefined : list);
  }

  /** Calls `read` when other holidays count, while the control stands in the page. */
  onCalendar(control, read) {
    this.#calendarReaders.push([control, read]);
  }

  draw() {
    this.#calendarReaders = [];
    const { site } = this;
    site.offices ??= [];
    this.#place.replaceChildren(
      this.#town(),
      rows(this, site, 'offices', {
        title: 'offices', add: 'addOffice', name: 'office', level: 'h2', least: Math.min(1, site.offices.length),
        create: newOffice, draw: (office) => this.#office(office),
      }),
      rows(this, site, 'feeds', {
        title: 'feeds', add: 'addFeed', name: 'feed', level: 'h2',
        create: (all) => ({ id: freeId(all, 'news') }),
        draw: (feed) => [
          textField(this, feed, 'url', word('url'), { hint: word('urlHint'), needed: true, spellcheck: 'false' }),
          textsField(this, feed, 'name', word('feedName')),
        ],
      }),
    );
  }

  #town() {
    const { site } = this;
    this.zone = this.#zone();
    this.region = make('div', { class: 'region' });
    const country = this.#country();
    return make(
      'section', { class: 'town' }, make('h2', {}, word('townTitle')), textsField(this, site, 'name', word('townName')),
      make('div', { class: 'several' }, country, this.region, this.zone), this.#languageChoice(),
    );
  }

  #zone() {
    const list = make('datalist', { id: newId('zones') }, zoneNames().map((name) => make('option', { value: name })));
    const whole = textField(this, this.site, 'timeZone', word('zone'), {
      hint: word('zoneHint'), needed: true, list: list.id, spellcheck: 'false', autocomplete: 'off',
      check: (name) => (name && !isZone(name) ? word('zoneBad') : ''), change: () => this.#fillRule(),
    });
    whole.append(list);
    return whole;
  }

  // The rule is that of the zone or none.
  async #fillRule() {
    const { site } = this;
    put(site, 'zoneRule', undefined);
    const zone = site.timeZone;
    const rule = isZone(zone) ? await ruleOf(zone) : undefined;
    if (site.timeZone !== zone || this.site !== site) return;
    put(site, 'zoneRule', rule);
    this.changed();
  }

  #country() {
    const { site } = this;
    const [country = ''] = (site.calendar ?? '').split('-');
    const names = calendars.map((code) => [code, countryName(code)]).sort(([, a], [, b]) => a.localeCompare(b, language));
    this.#drawRegions(country);
    return choiceField(word('country'), [['', word('noCountry')], ...names], country, (code) => {
      const proposed = zoneOf(country);
      this.#setCalendar(code);
      const { control } = this.zone;
      // A zone that somebody chose stays.
      if (zoneOf(code) && (!control.value || control.value === proposed || control.dataset.proposed === control.value)) {
        control.value = control.dataset.proposed = zoneOf(code);
        control.dispatchEvent(new Event('input'));
      }
      this.#drawRegions(code);
    });
  }

  #setCalendar(code) {
    put(this.site, 'calendar', code);
    this.#calendarReaders = this.#calendarReaders.filter(([control]) => control.isConnected);
    for (const [, read] of this.#calendarReaders) read();
    this.changed();
  }

  async #drawRegions(country) {
    const { region } = this;
    region.replaceChildren();
    if (!calendars.includes(country)) return;
    if (!this.#regions.has(country)) {
      const response = await fetch(new URL(`data/calendars/${country}.json`, import.meta.url)).catch(() => null);
      this.#regions.set(country, Object.entries((response?.ok && (await response.json()).regions) || {}));
    }
    const all = this.#regions.get(country);
    const { calendar = '' } = this.site;
    if (all.length === 0 || region !== this.region || calendar.split('-')[0] !== country) return;
    const nameOf = (name, code) => (typeof name === 'string' ? name : name?.[language] ?? Object.values(name ?? {})[0] ?? code);
    const named = all.map(([code, { name }]) => [code, nameOf(name, code)]);
    region.replaceChildren(choiceField(word('region'), [[country, word('wholeCountry')], ...named], calendar, (code) => this.#setCalendar(code)));
  }

  #languageChoice() {
    const all = [...new Set([...Object.keys(locales), ...this.languages()])];
    const choose = (languages) => {
      put(this.site, 'languages', languages);
      const id = document.activeElement?.id;
      const place = [...this.#place.querySelectorAll('.languages select, .languages input')].indexOf(document.activeElement);
      this.draw();
      // What was chosen keeps the focus, though it is drawn anew.
      if (id) this.#place.querySelectorAll('.languages select, .languages input')[place]?.focus();
      this.changed();
    };
    const [first, ...others] = this.languages();
    const main = choiceField(word('firstLanguage'), all.map((one) => [one, languageName(one)]), first, (chosen) => choose([chosen, ...[first, ...others].filter((one) => one !== chosen && (one !== first || others.includes(chosen)))]));
    const further = all.filter((one) => one !== first).map((one) => tickField(languageName(one), others.includes(one), (isTicked) => {
      choose([first, ...others.filter((other) => other !== one), ...(isTicked ? [one] : [])]);
    }));
    return make('div', { class: 'languages' }, main, make('details', { open: others.length > 0 || this.#place.querySelector('.languages details')?.open }, make('summary', {}, word('otherLanguages')),
      make('fieldset', { class: 'ticks' }, make('legend', { class: 'unseen' }, word('otherLanguages')), further)));
  }

  #office(office) {
    const part = (key, more) => rows(this, office, key, more);
    return [
      textsField(this, office, 'name', word('officeName'), { needed: true }),
      this.#address(office),
      part('schedules', {
        title: 'schedules', add: 'addSchedule', name: 'schedule', level: 'h3', create: (all) => ({ id: freeId(all, 'hours'), kind: 'office' }),
        draw: (schedule) => this.#schedule(schedule),
      }),
      part('contacts', {
        title: 'contacts', add: 'addContact', name: 'contact', level: 'h3', create: () => ({ role: 'reception' }), draw: (contact) => this.#contact(contact),
      }),
      part('closures', {
        title: 'closures', add: 'addClosure', name: 'closure', level: 'h3', create: () => ({}), draw: (closure) => this.#closure(closure),
      }),
    ];
  }

  #address(office) {
    const address = office.address ?? {};
    // The office has an address as soon as there is something in it.
    const attach = () => {
      put(office, 'address', Object.keys(address).length > 0 ? address : undefined);
    };
    const form = { languages: () => this.languages(), changed: () => {
      attach();
      this.changed();
    } };
    return make('fieldset', { class: 'part' }, make('legend', {}, word('address')), make(
      'div', { class: 'several' }, textField(form, address, 'postalCode', word('postalCode')), textsField(form, address, 'region', word('regionName')),
      textsField(form, address, 'locality', word('locality')), textsField(form, address, 'street', word('street')),
    ));
  }

  #contact(contact) {
    const role = choiceField(word('role'), choices('role', ROLES), contact.role, (value) => {
      put(contact, 'role', value);
      this.changed();
    });
    return [make('div', { class: 'several' }, role, textField(this, contact, 'value', word('contactValue'), { needed: true, maxlength: 200 }))];
  }

  #schedule(schedule) {
    const kind = choiceField(word('kind'), choices('kind', KINDS), schedule.kind ?? 'office', (value) => {
      put(schedule, 'kind', value);
      this.changed();
    });
    const eve = make('input', { type: 'number', min: 0, max: 720, step: 1, value: Math.abs(schedule.holidayEve ?? 0) || '' });
    eve.addEventListener('input', () => {
      const minutes = Math.min(720, Math.abs(Math.trunc(eve.valueAsNumber || 0)));
      put(schedule, 'holidayEve', minutes ? -minutes : undefined);
      this.changed();
    });
    const moved = tickField(word('moved'), schedule.movedDays !== false, (isTicked) => {
      put(schedule, 'movedDays', isTicked);
      this.changed();
    });
    return [
      hoursField(this, schedule, { label: word('hours'), hint: word('hoursHint'), needed: true }),
      make('div', { class: 'several' }, kind, textsField(this, schedule, 'name', word('scheduleName'))),
      make('div', { class: 'several' }, field(word('eve'), eve), moved),
    ];
  }

  #closure(closure) {
    let to = null;
    const isBefore = () => closure.from && closure.to && closure.to < closure.from;
    const from = textField(this, closure, 'from', word('from'), { type: 'date', needed: true, change: () => to.control.judge() });
    to = textField(this, closure, 'to', word('to'), { type: 'date', check: () => (isBefore() ? word('badRange') : '') });
    return [
      make('div', { class: 'several' }, from, to),
      hoursField(this, closure, { label: word('closureHours'), hint: word('closureHint'), timesOnly: true }),
      textsField(this, closure, 'reason', word('reason')),
    ];
  }
}

function* ancestors(control) {
  for (let one = control.closest('.row'); one; one = one.parentElement.closest('.row')) yield one;
}
