import css from './town-board.css';

let sheet = null;

/** The boards' style sheet, one object for all of them. */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
