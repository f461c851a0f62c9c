// The folder that `townboard publish` makes, as a town's server sends it, in every engine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Browser, ENGINES } from './drive/browser.mjs';
import { root } from './drive/town.mjs';

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8' };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'townboard-published-'));
const publish = (name) => execFileSync(path.join(root, 'build/native/townboard'),
  ['publish', path.join(root, `data/sites/${name}/site.json`), '--to', path.join(folder, name), '--from', path.join(root, 'build/dist'), '--url', `/${name}/`],
  { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
const pages = new Map();
const asked = [];
let server;
let base;

before(async () => {
  for (const name of ['kopyl', 'village']) {
    const tags = publish(name);
    const page = (html) => `<!doctype html><html lang="ru"><meta charset="utf-8"><title>${name}</title><body>${html}</body></html>`;
    const at = tags.replace('<town-board ', '<town-board now="2026-11-23T10:30:00Z" ');
    pages.set(`/${name}.html`, page(at));
    pages.set(`/${name}-forged.html`, page(at.replace('integrity="sha384-', 'integrity="sha384-AAAA')));
  }
  server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://town.example');
    asked.push(pathname);
    const file = path.join(folder, path.normalize(pathname));
    const page = pages.get(pathname);
    const found = page !== undefined || (fs.existsSync(file) && fs.statSync(file).isFile());
    response.writeHead(found ? 200 : 404, {
      'content-type': page === undefined ? TYPES[path.extname(file)] ?? 'application/octet-stream' : TYPES['.html'], 'content-security-policy': POLICY,
    });
    response.end(page ?? (found ? fs.readFileSync(file) : ''));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.close();
  fs.rmSync(folder, { recursive: true });
});

for (const engine of ENGINES) {
  describe(engine, () => {
    let browser;
    before(async () => {
      browser = await Browser.start(engine);
    });
    after(() => browser.close());

    for (const name of ['kopyl', 'village']) {
      test(`${name}: the board is drawn, and every file that it asks for is in the folder`, async () => {
        asked.length = 0;
        await browser.go(`${base}/${name}.html`);
        await browser.until(() => document.querySelector('town-board').status !== null && document.querySelector('town-board').shadowRoot?.querySelector('.status') !== null);
        assert.match(await browser.run(() => document.querySelector('town-board').status.sentence), /Обед/);
        const missing = asked.filter((one) => one !== '/favicon.ico' && !pages.has(one) && !fs.existsSync(path.join(folder, one)));
        assert.deepEqual(missing, []);
        assert.ok(asked.every((one) => !one.includes('phrase')), 'no reader of sentences is loaded');
      });
    }

    test('a script that is not the published one is not run', async () => {
      await browser.go(`${base}/kopyl-forged.html`);
      await browser.run(() => new Promise((done) => { setTimeout(done, 500); }));
      assert.equal(await browser.run(() => customElements.get('town-board') === undefined), true);
    });
  });
}
