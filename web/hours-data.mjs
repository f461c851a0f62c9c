// What web/hours.js loads: of a language only what words for hours need, and the words of values as lines.

// The strings hours.* of a language that describe hours, in the order of wasm/core/locale/locale.h, HoursText.
const HOURS_TEXTS = [
  'closed', 'open', 'unknown', 'dawn', 'sunrise', 'sunset', 'dusk', 'easter', 'orthodox_easter',
  'holidays', 'school_holidays', 'eves', 'closed_holidays', 'always', 'all_day', 'daily',
  'last_work_day', 'day_range', 'nth_day', 'day_times', 'from', 'week', 'weeks', 'odd_weeks',
  'even_weeks',
];

/** The words of a language in the order of wasm/core/locale/locale.h, Locale::Word. */
export function hoursWords({ language, clock, clockOnTheHour, span, list, dates, dayPeriods, weekdays, months, ordinals, strings }) {
  const rows = (forms, names, count) => names.flatMap((name) => Array.from({ length: count }, (_, i) => forms?.[name]?.[i] ?? ''));
  const single = [clock, clockOnTheHour, span, list.comma, list.and, dates.dayAndMonth, dates.firstDay, ordinals?.genders];
  const words = [
    ...single.map((word) => word ?? ''),
    ...rows([dayPeriods], [0], 2),
    ...rows(weekdays, ['wide', 'brief', 'on'], 7),
    ...rows(months, ['wide', 'format', 'brief', 'on'], 12),
    ...rows(ordinals, ['m', 'f', 'n'], 7),
    ...HOURS_TEXTS.map((name) => strings[`hours.${name}`]),
  ];
  return { language, words };
}

/** A line for each meaning, as hours::ListedWords reads them. */
export function valueWords({ words }) {
  return { words: [...Object.entries(words).map((meaning) => meaning.flat().join('\t')), ''] };
}
