import { locales } from 'townboard:data';
import problems from '../../data/problems.json';
import be from './be.json';
import en from './en.json';
import ru from './ru.json';

const TABLES = { be, en, ru };

function chosenLanguage() {
  const wished = new URLSearchParams(location.search).get('lang');
  const tags = [...(wished ? [wished] : []), ...navigator.languages];
  if (wished && !(wished.toLowerCase().split('-')[0] in TABLES)) return 'en';
  return tags.map((tag) => tag.toLowerCase().split('-')[0]).find((language) => language in TABLES) ?? 'en';
}

/** The language of the page's own words. */
export const language = chosenLanguage();
const table = TABLES[language];

/** Words of the page; `{name}` in them stands for a value. */
export function word(key, values = {}) {
  return (table[key] ?? en[key]).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** What is wrong, by the code of data/problems.json or one of our own. */
export const problemWords = (code) => table.problems[code] ?? en.problems[code] ?? problems[code] ?? code;

// Browsers that have no words of Belarusian have those of Russian.
const speakers = [language, ...(language === 'be' ? ['ru'] : []), 'en'];

/** The name of a country in the page's language. */
export function countryName(code) {
  try {
    return new Intl.DisplayNames(speakers, { type: 'region' }).of(code) ?? code;
  } catch {
    return code; // the browser has no such names
  }
}

/** The name of a language in itself; one that boards do not have is called by its tag. */
export const languageName = (tag) => locales[tag] ?? tag;

/** Puts the words into what the page is delivered with in English. */
export function translate(root) {
  root.documentElement.lang = language;
  root.title = word('title');
  for (const element of root.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
}
