// The demo as serve.py serves it, with what a test changes on the way: the instant and the language in the
// page, files that fail, pages of the test's own, and a first script that notes what goes wrong.
import { spawn } from 'node:child_process';
import * as http from 'node:http';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './browser.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

// WebKit's driver gives no console, so the page itself keeps what a visitor's console would show.
const WITNESS = `
  window.wrong = [];
  addEventListener('error', (event) => wrong.push(event.message ?? 'did not load: ' + (event.target.src ?? event.target.href)), true);
  addEventListener('unhandledrejection', (event) => wrong.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => {
    if (event.blockedURI !== 'wasm-eval') wrong.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
  });
  // The board that the page was printed with, before any element is defined.
  document.addEventListener('readystatechange', () => {
    window.printedBoard ??= document.querySelector('town-board')?.shadowRoot?.querySelector('.board') ?? null;
  });
  window.said = [];
  const { error, warn } = console;
  console.error = (...words) => { wrong.push(words.join(' ')); said.push(words.join(' ')); error.apply(console, words); };
  console.warn = (...words) => { said.push(words.join(' ')); warn.apply(console, words); };
`;

export class Town {
  /** A regular expression of the paths that answer 404; null: none. */
  blocked = null;
  /** A regular expression of the paths that answer half a second late; null: none. */
  late = null;
  /** A regular expression of the paths that answer when `release` is called; null: none. */
  held = null;
  release = () => {};
  /** What files hold instead: the end of the path -> (text) => text. */
  changes = new Map();
  /** Pages of the test: path -> (html of the demo) => html. */
  pages = new Map();
  /** Files of the test, under no policy but their own: path -> [type, text, policy]. */
  files = new Map();
  /** How many requests are not answered yet. */
  pending = 0;
  #house;
  #front;

  static async start() {
    const town = new Town();
    const port = await freePort();
    const behind = `http://127.0.0.1:${port}`;
    town.#house = spawn('python3', ['serve.py', '--no-build', '--quiet', '--port', String(port)], { cwd: root });
    for (let left = 600; left > 0; left -= 1) {
      if (await fetch(behind).then((response) => response.ok, () => false)) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    town.#front = http.createServer((request, answer) => {
      town.pending += 1;
      answer.on('close', () => (town.pending -= 1));
      town.#answer(behind, request, answer).catch((error) => answer.writeHead(500).end(String(error)));
    });
    await new Promise((done) => town.#front.listen(0, '127.0.0.1', done));
    town.base = `http://127.0.0.1:${town.#front.address().port}`;
    return town;
  }

  async #answer(behind, request, answer) {
    const url = new URL(request.url, this.base);
    if (url.pathname === '/witness.js') {
      answer.writeHead(200, { 'content-type': 'text/javascript' }).end(WITNESS);
      return;
    }
    if (this.held?.test(url.pathname)) await new Promise((done) => (this.release = done));
    if (this.late?.test(url.pathname)) await new Promise((done) => setTimeout(done, 500));
    if (this.files.has(url.pathname)) {
      const [type, text, policy] = this.files.get(url.pathname);
      const headers = { 'content-type': `${type}; charset=utf-8`, ...(policy && { 'content-security-policy': policy }) };
      answer.writeHead(200, headers).end(text);
      return;
    }
    if (this.blocked?.test(url.pathname)) {
      answer.writeHead(404).end();
      return;
    }
    const own = this.pages.get(url.pathname);
    const response = await fetch(behind + (own ? url.pathname.replace(/[^/]*$/, '') : url.pathname), { headers: { 'accept-encoding': 'identity' } });
    let body = Buffer.from(await response.arrayBuffer());
    const headers = Object.fromEntries(response.headers);
    delete headers['content-length'];
    for (const [end, change] of this.changes) if (url.pathname.endsWith(end)) body = Buffer.from(change(String(body)));
    if (headers['content-type']?.startsWith('text/html')) body = this.#page(String(body), url.searchParams, own);
    answer.writeHead(response.status, headers).end(body);
  }

  #page(html, wishes, own) {
    const at = wishes.get('at');
    const changed = html
      .replace('<html lang="en">', `<html lang="${wishes.get('lang') ?? 'en'}">`)
      .replace('<head>', '<head><script src="/witness.js"></script>')
      .replace('<town-board ', at ? `<town-board now="${at}+03:00" ` : '<town-board ');
    return own ? own(changed) : changed;
  }

  /** The address of the demo at an instant of Minsk (none: the visitor's clock), with what else its links may wish. */
  page({ at = '', lang = 'en', under = '/', ...wishes } = {}) {
    return `${this.base}${under}?${new URLSearchParams({ at, lang, ...wishes })}`;
  }

  /** Waits until every request that has come is answered. */
  async answered() {
    while (this.pending > 0) await new Promise((done) => setTimeout(done, 10));
  }

  close() {
    this.#front.closeAllConnections();
    this.#front.close();
    this.#house.kill();
  }
}
