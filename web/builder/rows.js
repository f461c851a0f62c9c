import { make } from './dom.js';
import { word } from './words.js';

/**
 * Rows of one kind, such as the contacts of an office, with a button that adds one and in each a button that takes it out.
 * The focus goes into the row that was added, and after a removal to the row that took its place, or to the button.
 * @param {Form} form
 * @param {object} owner what has the list
 * @param {string} key of the list
 * @param {{title: string, add: string, name: string, create: (rows) => object, draw: (row) => Node[], least: number}} options
 *   words by their keys; `least`: so many rows stay
 */
export function rows(form, owner, key, { title, add, name, create, draw, least = 0, level = 'h4' }) {
  const list = make('div', { class: 'rows' });
  const nameOf = (number) => word(name, { n: number + 1 });
  const addButton = make('button', { type: 'button', class: 'add', on: { click: addRow } }, word(add));

  function drawRow(row, number) {
    const removeButton = (owner[key]?.length ?? 0) > least && make(
      'button', { type: 'button', class: 'remove', 'aria-label': word('removeThis', { name: nameOf(number) }), on: { click: () => removeRow(row) } }, word('remove'),
    );
    return make('fieldset', { class: 'row' }, make('legend', {}, nameOf(number)), ...draw(row), removeButton || null);
  }

  function drawAll() {
    list.replaceChildren(...(owner[key] ?? []).map(drawRow));
  }

  const focusIn = (row) => row?.querySelector('input, select, textarea')?.focus();

  function addRow() {
    const all = owner[key] ?? [];
    form.setList(owner, key, [...all, create(all)]);
    // The others keep what is typed in them.
    const row = drawRow(owner[key][owner[key].length - 1], owner[key].length - 1);
    if (list.children.length === least && least > 0) drawAll();
    else list.append(row);
    focusIn(list.lastElementChild);
    form.say(word('added', { name: nameOf(list.children.length - 1) }));
    form.changed();
  }

  function removeRow(row) {
    const number = owner[key].indexOf(row);
    form.setList(owner, key, owner[key].filter((one) => one !== row));
    if ((owner[key]?.length ?? 0) <= least && least > 0) drawAll();
    else {
      list.children[number].remove();
      [...list.children].forEach(rename);
    }
    const next = list.children[Math.min(number, list.children.length - 1)];
    if (next) focusIn(next);
    else addButton.focus();
    form.say(word('removed', { name: nameOf(number) }));
    form.changed();
  }

  function rename(row, number) {
    row.querySelector(':scope > legend').textContent = nameOf(number);
    row.querySelector(':scope > .remove')?.setAttribute('aria-label', word('removeThis', { name: nameOf(number) }));
  }

  drawAll();
  return make('div', { class: 'list' }, make(level, {}, word(title)), list, addButton);
}
