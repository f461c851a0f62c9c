/**
 * The site file as the form changes it: a plain object, in which keys that the form does not know stay as they are and
 * where they are. Its form is data/site.schema.json.
 */

const ORDER = [
  '$schema', 'id', 'role', 'value', 'kind', 'url', 'name', 'who', 'timeZone', 'zoneRule', 'calendar', 'languages', 'offices', 'feeds',
  'address', 'postalCode', 'region', 'locality', 'street', 'position', 'contacts', 'schedules', 'closures',
  'from', 'to', 'hours', 'reason', 'holidayEve', 'movedDays', 'language',
];

const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

/** Sets a key, or takes it out when there is nothing to say; a new key stands where the schema has it. */
export function put(object, key, value) {
  if (value === undefined || value === '') {
    delete object[key];
    return;
  }
  const isNew = !has(object, key);
  object[key] = value;
  if (!isNew) return;
  const behind = Object.keys(object).filter((other) => ORDER.indexOf(other) > ORDER.indexOf(key));
  for (const other of behind) {
    const kept = object[other];
    delete object[other];
    object[other] = kept;
  }
}

/** The texts of a value by language; one for all languages stands under the first. */
export function textsOf(value, [first]) {
  if (typeof value === 'string') return { [first]: value };
  return value && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/** Sets the text of one language. One text alone stays a string, unless the file has it by language already. */
export function putText(object, key, languages, language, text) {
  const before = object[key];
  const texts = { ...textsOf(before, languages), [language]: text };
  if (text === '') delete texts[language];
  const [only, ...more] = Object.keys(texts);
  const plain = typeof before !== 'object' && only === languages[0] && more.length === 0;
  put(object, key, only === undefined ? undefined : plain ? texts[only] : texts);
}

/** The first of these ids that none of the rows has: "office", "office-2". */
export function freeId(rows, name) {
  const taken = new Set(rows.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** An office that says nothing yet, with the rows that nearly every one has. */
export function newOffice(rows) {
  return { id: freeId(rows, 'office'), name: '', contacts: [{ role: 'reception' }], schedules: [{ id: 'hours', kind: 'office' }] };
}

/** A site that says nothing yet. */
export function newSite(language) {
  return { name: '', timeZone: '', languages: [language], offices: [newOffice([])] };
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a value is no site file that the form can show, as the JSON pointer of what is strange; null: it is one. */
export function strangePlace(site) {
  if (!isObject(site)) return '/';
  const listAt = (owner, key, pointer, inner = () => null) => {
    if (!has(owner, key)) return null;
    if (!Array.isArray(owner[key])) return `${pointer}/${key}`;
    for (const [i, row] of owner[key].entries()) {
      const found = isObject(row) ? inner(row, `${pointer}/${key}/${i}`) : `${pointer}/${key}/${i}`;
      if (found) return found;
    }
    return null;
  };
  const strangeOffice = (office, pointer) =>
    (has(office, 'address') && !isObject(office.address) ? `${pointer}/address` : null)
    ?? listAt(office, 'contacts', pointer) ?? listAt(office, 'schedules', pointer) ?? listAt(office, 'closures', pointer);
  const { languages = ['en'] } = site;
  if (!Array.isArray(languages) || languages.length === 0 || !languages.every((one) => typeof one === 'string')) return '/languages';
  return listAt(site, 'offices', '', strangeOffice) ?? listAt(site, 'feeds', '');
}

/** Rows whose hours are typed and not understood: days with other hours would be closed days without them. */
export const unread = new WeakSet();

// Rows without what they are for are not written.
const NEEDED = { contacts: 'value', schedules: 'hours', closures: 'from', feeds: 'url' };

function withoutUnfinished(owner) {
  const copy = { ...owner };
  for (const [key, needed] of Object.entries(NEEDED)) {
    if (Array.isArray(owner[key])) copy[key] = owner[key].filter((row) => row[needed] && !unread.has(row));
    if (copy[key]?.length === 0 && owner[key].length > 0) delete copy[key];
  }
  return copy;
}

/** What is written: the site without rows that are not finished. */
export function finished(site) {
  const file = withoutUnfinished(site);
  if (file.name === '') delete file.name;
  if (Array.isArray(site.offices)) file.offices = site.offices.map(withoutUnfinished);
  return file;
}

/** The same as text, as people write JSON. */
export function textOf(site) {
  return `${JSON.stringify(finished(site), null, 2)}\n`;
}
