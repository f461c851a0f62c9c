/** An element with its attributes and children; `on` holds listeners, and what is null, false or empty is left out. */
export function make(name, { on = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : value);
  }
  for (const [kind, listener] of Object.entries(on)) element.addEventListener(kind, listener);
  element.append(...children.flat().filter(Boolean));
  return element;
}

let last = 0;

/** An id that the page does not have yet. */
export function newId(name) {
  last += 1;
  return `${name}-${last}`;
}

/** A function that calls `action` with the last arguments once nothing has come for `milliseconds`. */
export function calmly(milliseconds, action) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds, ...values);
  };
}
