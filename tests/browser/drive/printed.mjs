// The demo's board as `townboard render` prints it, and pages with it.
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { root } from './town.mjs';

const src = 'data/sites/kopyl/site.json'; // as the page's tag says it

/** The declared shadow root, with the command's further words such as '--lang', 'be'. */
export function printed(...words) {
  const tool = path.join(root, 'build/native/townboard');
  return execFileSync(tool, ['render', path.join(root, src), '--src', src, '--stylesheet', 'town-board.css', ...words]).toString();
}

/** The page with something first inside its board's tag. */
export const withBoard = (html, board) => html.replace(/(<town-board [^>]*>)/, (tag) => tag + board);
