import { calmly, make, newId } from './dom.js';
import { field, object } from './fields.js';
import { readHours } from './read-hours.js';
import { put, unread } from './site.js';
import { language, problemWords, word } from './words.js';
import { languagesOf } from './zones.js';

const PAUSE = 300; // milliseconds without a key until what is typed is read
const ASIDE = new Set(['hours_holidays_unsaid']); // concerns the whole text

// The text with its wrong part marked.
function markedText(text, { begin, end }) {
  const cut = end > begin ? end : Math.min(text.length, begin + 1);
  return make('q', { dir: 'auto' }, text.slice(0, begin), make('mark', {}, text.slice(begin, cut) || '…'), text.slice(cut));
}

/**
 * Hours as they stand on the door. While they are typed it says how they are understood; the file gets their exact form,
 * and nothing of what is not understood. What a file that was opened had stays until it is changed.
 * @param {{label: string, hint: string, needed: boolean, timesOnly: boolean}} options
 */
export function hoursField(form, owner, { label, hint, needed = false, timesOnly = false }) {
  let round = 0;
  let isFresh = form.typed.has(owner); // the clerk has typed it; otherwise it came with the file
  const control = make('textarea', { rows: 2, spellcheck: 'false', dir: 'auto', maxlength: 4000, required: needed });
  control.value = form.typed.get(owner) ?? (typeof owner.hours === 'string' ? owner.hours : '');
  const answer = make('div', { class: 'answer', id: newId('answer'), 'aria-live': 'polite' });

  function write(text) {
    control.value = text;
    control.focus();
    typed();
  }

  function suggestion(text, problem) {
    if (!problem.suggestion) return null;
    const whole = ASIDE.has(problem.code) || problem.code === 'days_missing';
    const better = whole ? problem.suggestion : text.slice(0, problem.begin) + problem.suggestion + text.slice(problem.end);
    const words = problem.code === 'hours_holidays_unsaid' ? word('closedOnHolidays') : word('write', { text: better });
    return make('button', { type: 'button', class: 'suggestion', on: { click: () => write(better) } }, words);
  }

  function problemLine(text, problem) {
    const isPart = !ASIDE.has(problem.code) && problem.end - problem.begin < text.length;
    return make('li', {}, isPart ? markedText(text, problem) : null, isPart ? ' — ' : null, make('span', {}, problemWords(problem.code)), ' ', suggestion(text, problem));
  }

  // What stands below the field, and what the list of missing things says.
  function tell(text, { hours, words, problems }, isKept) {
    const isOpen = hours === null && problems.some(({ code }) => code === 'days_missing');
    const refusal = hours !== null ? '' : isKept ? word('keptUnread') : word(isOpen ? 'daysOpen' : 'notUnderstood');
    answer.replaceChildren(...[
      refusal && make('p', { class: 'refused' }, refusal),
      words && make('p', { class: 'understood' }, word('understood', { words })),
      hours && make('p', { class: 'hint' }, ...word('written', { hours: '\n' }).split('\n').flatMap((part, i) => (i ? [make('code', { dir: 'ltr' }, hours), part] : [part]))),
      problems.length > 0 && make('ul', {}, problems.map((problem) => problemLine(text, problem))),
    ].filter(Boolean));
    object(control, refusal && word('objection', { label, why: refusal }));
    if (refusal) control.setAttribute('aria-invalid', 'true');
  }

  function sayNothing() {
    answer.replaceChildren();
    object(control, needed ? word('needed', { label }) : '');
  }

  // What came with the file is written anew only where it is a sentence.
  async function read() {
    const text = control.value.trim();
    round += 1;
    const mine = round;
    if (!text) return sayNothing();
    let reading;
    try {
      const languages = [...form.languages(), ...languagesOf(form.site.calendar?.slice(0, 2)), language, 'en'];
      reading = await readHours(text, { languages, page: language, timesOnly, holidays: Boolean(form.site.calendar) && !timesOnly });
    } catch {
      if (mine !== round) return;
      const why = word(isFresh ? 'cannotRead' : 'keptUnread');
      answer.replaceChildren(make('p', { class: 'refused' }, why));
      object(control, word('objection', { label, why }));
      return form.changed();
    }
    if (mine !== round) return;
    if (isFresh || (reading.isSentence && reading.hours !== null)) {
      put(owner, 'hours', reading.hours ?? undefined);
      if (reading.hours !== null) unread.delete(owner);
      if (!isFresh) form.turned();
    }
    tell(text, reading, !isFresh);
    form.changed();
  }

  const readSoon = calmly(PAUSE, read);

  function typed() {
    // Until it is read, nothing of it is known.
    round += 1;
    isFresh = true;
    form.typed.set(owner, control.value);
    put(owner, 'hours', undefined);
    if (control.value.trim()) {
      unread.add(owner);
      object(control, word('objection', { label, why: word('reading') }));
    } else {
      unread.delete(owner);
      sayNothing();
    }
    form.changed();
    readSoon();
  }

  control.addEventListener('input', typed);
  form.onCalendar(control, read);
  const whole = field(label, control, { hint });
  control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${answer.id}`.trim());
  whole.append(answer);
  read();
  return whole;
}
