// The zone of each country's capital, which is proposed when a country is chosen. Flat table.
const OF_COUNTRY = {
  AD: 'Europe/Andorra', AL: 'Europe/Tirane', AT: 'Europe/Vienna', AU: 'Australia/Sydney', BA: 'Europe/Sarajevo',
  BE: 'Europe/Brussels', BG: 'Europe/Sofia', BR: 'America/Sao_Paulo', BY: 'Europe/Minsk', CA: 'America/Toronto',
  CH: 'Europe/Zurich', CY: 'Asia/Nicosia', CZ: 'Europe/Prague', DE: 'Europe/Berlin', DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn', ES: 'Europe/Madrid', FI: 'Europe/Helsinki', FR: 'Europe/Paris', GB: 'Europe/London',
  GR: 'Europe/Athens', HR: 'Europe/Zagreb', HU: 'Europe/Budapest', IE: 'Europe/Dublin', IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome', JP: 'Asia/Tokyo', KZ: 'Asia/Almaty', LI: 'Europe/Vaduz', LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg', LV: 'Europe/Riga', MC: 'Europe/Monaco', MD: 'Europe/Chisinau', ME: 'Europe/Podgorica',
  MK: 'Europe/Skopje', MT: 'Europe/Malta', NL: 'Europe/Amsterdam', NO: 'Europe/Oslo', NZ: 'Pacific/Auckland',
  PL: 'Europe/Warsaw', PT: 'Europe/Lisbon', RO: 'Europe/Bucharest', RS: 'Europe/Belgrade', RU: 'Europe/Moscow',
  SE: 'Europe/Stockholm', SI: 'Europe/Ljubljana', SK: 'Europe/Bratislava', SM: 'Europe/San_Marino',
  TR: 'Europe/Istanbul', UA: 'Europe/Kyiv', US: 'America/New_York', VA: 'Europe/Vatican', XK: 'Europe/Belgrade',
};

/** Whether the browser knows a zone of this name. */
export function isZone(name) {
  try {
    return Boolean(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The zone to propose for a country; '' where none is known to the browser. */
export function zoneOf(country) {
  const zone = OF_COUNTRY[country] ?? '';
  // Browsers with tables from before 2022 know the city by its name of then.
  return isZone(zone) ? zone : zone === 'Europe/Kyiv' ? 'Europe/Kiev' : '';
}

/** What most people of a country write in, as a BCP 47 tag; nothing for a country that is not known. */
export function languagesOf(country) {
  return country ? [new Intl.Locale('und', { region: country }).maximize().language] : [];
}

/** All zones to choose from. */
export function zoneNames() {
  return Intl.supportedValuesOf?.('timeZone') ?? Object.values(OF_COUNTRY).filter((zone, i, all) => all.indexOf(zone) === i).sort();
}

// An offset of a rule, named as tzdata names zones that have no letters: <+00>-03:00:00 is <+03>-3.
function shortOffset(_, sign, hours, minutes, seconds) {
  if (seconds !== '00') return _;
  const name = `${sign === '-' || hours + minutes === '0000' ? '+' : '-'}${hours}${minutes === '00' ? '' : minutes}`;
  return `<${name}>${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** The POSIX rule of a zone from the browser's tables; undefined where its clock follows none. */
export async function ruleOf(zone) {
  try {
    const { zoneRule } = await import('../zone-rule.js');
    return zoneRule(zone).replace(/<\+00>(-?)(\d\d):(\d\d):(\d\d)/g, shortOffset);
  } catch {
    return undefined;
  }
}

/** The instant at which the clock of a zone shows a time such as 2026-11-23T13:30. */
export function instantOf(wall, zone) {
  const wanted = Date.parse(`${wall}Z`);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  });
  const shownAt = (instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
  };
  let instant = wanted;
  for (let step = 0; step < 2; step += 1) instant -= shownAt(instant) - wanted;
  return new Date(instant);
}
