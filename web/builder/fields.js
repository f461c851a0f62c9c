import { make, newId } from './dom.js';
import { put, putText, textsOf } from './site.js';
import { languageName, word } from './words.js';

/**
 * The fields of the form. Each changes one key of one object of the site and then calls `form.changed()`.
 * A field that stands in the way of a whole file says so in its control's `data-objection`, after which
 * form.objections() looks.
 */

/** Whether something is wrong with a control, and what: told beside it when `why` says it, and in the list of what is missing. */
export function object(control, objection, why = '') {
  if (objection) control.dataset.objection = objection;
  else delete control.dataset.objection;
  if (why) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
  const place = document.getElementById(`${control.id}-error`);
  if (place) place.textContent = why;
}

/** A control with its label, its hint and the place for what is wrong with it, which are tied to it. */
export function field(label, control, { hint = '', error = false, side = 'over' } = {}) {
  control.id ||= newId('field');
  const ids = [hint && `${control.id}-hint`, error && `${control.id}-error`].filter(Boolean);
  if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '));
  const name = make('label', { for: control.id }, label);
  return make(
    'div', { class: side === 'over' ? 'field' : 'field beside' }, ...(side === 'over' ? [name, control] : [control, name]),
    hint && make('p', { class: 'hint', id: `${control.id}-hint` }, hint),
    error && make('p', { class: 'error', id: `${control.id}-error` }),
  );
}

/** A line of text; `needed` says that no file is whole without it. */
export function textField(form, owner, key, label, { hint, type = 'text', needed = false, check = () => '', change = () => {}, ...attributes } = {}) {
  const control = make('input', { type, value: typeof owner[key] === 'string' ? owner[key] : '', required: needed, ...attributes });
  const judge = () => {
    const why = check(control.value);
    object(control, why ? word('objection', { label, why }) : needed && !control.value ? word('needed', { label }) : '', why);
  };
  control.addEventListener('input', () => {
    put(owner, key, control.value);
    change(control.value);
    judge();
    form.changed();
  });
  control.judge = judge;
  const whole = field(label, control, { hint, error: true });
  whole.control = control;
  // The place of the error is found once the field stands in the page.
  queueMicrotask(judge);
  return whole;
}

/** A text in the languages of the site: one line, or a group with a line for each. */
export function textsField(form, owner, key, label, { needed = false } = {}) {
  const languages = form.languages();
  const controls = [];
  const judge = () => {
    const isEmpty = needed && controls.every(({ value }) => !value);
    object(controls[0], isEmpty ? word('needed', { label }) : '');
  };
  const lines = languages.map((language) => {
    const control = make('input', {
      type: 'text', value: textsOf(owner[key], languages)[language] ?? '', lang: language, dir: 'auto', required: needed && language === languages[0],
      on: {
        input: () => {
          putText(owner, key, languages, language, control.value);
          judge();
          form.changed();
        },
      },
    });
    controls.push(control);
    return field(languages.length === 1 ? label : languageName(language), control);
  });
  judge();
  if (languages.length === 1) return lines[0];
  return make('fieldset', { class: 'texts' }, make('legend', {}, label), make('div', { class: 'several' }, lines));
}

/** A choice of one of `choices`, pairs of value and words. What else the file has is a choice, too. */
export function choiceField(label, choices, value, choose) {
  const all = value === undefined || choices.some(([one]) => one === value) ? choices : [...choices, [value, String(value)]];
  const control = make('select', { on: { change: () => choose(control.value) } }, all.map(([one, words]) => make('option', { value: one, selected: one === value }, words)));
  return field(label, control);
}

/** A box to tick. */
export function tickField(label, isTicked, tick) {
  const control = make('input', { type: 'checkbox', checked: isTicked, on: { change: () => tick(control.checked) } });
  return field(label, control, { side: 'after' });
}
