import { TownBoard } from './town-board.js';

/**
 * The state of one place for a page that has no site file:
 * `<town-hours hours="Mo-Fr 08:30-17:30; PH off" zone="Europe/Minsk" calendar="BY" name="Library">`.
 *
 * Attributes: `hours` (OSM opening_hours syntax), `zone` (IANA), `calendar`, `name`, and those of town-board.
 * Events, property and method are those of town-board. It shows the status only, unless `show` asks for more.
 */
export class TownHours extends TownBoard {
  static observedAttributes = [...TownBoard.observedAttributes, 'hours', 'zone', 'calendar', 'name'];

  attributeChangedCallback(name, before, after) {
    if (['hours', 'zone', 'calendar', 'name'].includes(name)) {
      if (before !== after) this.refresh(); // nothing before it is connected
      return;
    }
    super.attributeChangedCallback(name, before, after);
  }

  connectedCallback() {
    if (!this.hasAttribute('show')) this.setAttribute('show', 'status');
    super.connectedCallback();
  }

  /** The site file that the attributes stand for. */
  async siteText() {
    const name = this.getAttribute('name') ?? '';
    const [language] = (this.closest('[lang]')?.lang || 'en').split('-');
    const hours = this.getAttribute('hours') ?? '';
    const calendar = this.getAttribute('calendar');
    // Texts one by one: libraries of old give lists a toJSON that spoils them.
    const text = JSON.stringify;
    const schedule = `{"id": "hours", "kind": "office", "hours": ${text(hours)}}`;
    const site = `{"name": ${text(name || hours)}, "timeZone": ${text(this.getAttribute('zone') ?? 'Etc/UTC')},
      "languages": [${text(language)}], ${calendar ? `"calendar": ${text(calendar)},` : ''}
      "offices": [{"id": "office", "name": ${text(name || hours)}, "schedules": [${schedule}]}]}`;
    return [site, document.baseURI];
  }
}
