// What web/hours.js loads: of a language only what words for hours need, and the words of values as lines.

/** The words of a language in the order of wasm/core/locale/locale.h, Locale::Word, then names and texts of strings. */
export function hoursWords({ language, clock, clockOnTheHour, span, list, dates, dayPeriods, weekdays, months, ordinals, strings }) {
  const rows = (forms, names, count) => names.flatMap((name) => Array.from({ length: count }, (_, i) => forms?.[name]?.[i] ?? ''));
  const single = [clock, clockOnTheHour, span, list.comma, list.and, dates.dayAndMonth, dates.firstDay, ordinals?.genders];
  const words = [
    ...single.map((word) => word ?? ''),
    ...rows([dayPeriods], [0], 2),
    ...rows(weekdays, ['wide', 'brief', 'on'], 7),
    ...rows(months, ['wide', 'format', 'brief', 'on'], 12),
    ...rows(ordinals, ['m', 'f', 'n'], 7),
    ...Object.entries(strings).filter(([name]) => name.startsWith('hours.')).flat(),
  ];
  return { language, words };
}

/** A line for each meaning, as hours::ListedWords reads them. */
export function valueWords({ words }) {
  return { words: [...Object.entries(words).map((meaning) => meaning.flat().join('\t')), ''] };
}
