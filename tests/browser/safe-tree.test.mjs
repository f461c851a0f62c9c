// HTML from feeds, drawn by the board and then provoked: nothing runs, nothing stands there that may not, and nothing but
// pictures is asked of other hosts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPayloads, sharedPayloads } from './drive/payloads.mjs';
import { inEveryEngine } from './drive/visits.mjs';

const words = (text) => text.trim().split(/\s+/);
const ELEMENTS = words(`a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn
  div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section
  small span strong sub summary sup table tbody td tfoot th thead time tr u ul var`);
const ATTRIBUTES = words(`href src alt title width height colspan rowspan datetime cite lang dir start reversed value scope
  headers loading referrerpolicy rel`);
const SCHEMES = { href: ['https:', 'http:', 'mailto:', 'tel:'], src: ['https:', 'http:'], cite: ['https:', 'http:'] };
// Lets run whatever would, tells of every request that is not for the page itself.
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self'; base-uri 'none'; form-action 'none'";
const BATCH = 200;

const shared = sharedPayloads();
const payloads = [...ownPayloads, ...(shared ?? [])];

function prepare(town) {
  const site = { name: 'Town', timeZone: 'Europe/Minsk', languages: ['en'], feeds: [{ id: 'feed', url: '/payloads.json' }] };
  const items = payloads.map((html, i) => ({ id: `https://x.invalid/${i}`, title: `${i} ${html}`, content_html: html }));
  town.files.set('/payload-site.json', ['application/json', JSON.stringify(site)]);
  town.files.set('/payloads.json', ['application/feed+json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items })]);
  town.files.set('/payloads.html', ['text/html', `<!doctype html><html lang="en"><title>Payloads</title><script src="/spy.js"></script>
    <script type="module" src="/townboard.js"></script><town-board src="/payload-site.json" show="news" now="2026-11-23T10:00:00+03:00"></town-board>`, POLICY]);
  town.files.set('/spy.js', ['text/javascript', SPY]);
}

// Whatever a payload would do is counted; whatever it asks for is kept.
const SPY = `
  window.ran = [];
  window.asked = [];
  for (const name of ['alert', 'prompt', 'confirm', 'print', 'open', 'xss', 'xssed', 'pwn']) {
    Object.defineProperty(window, name, { value: (...words) => { ran.push(name + '(' + words + ')'); } });
  }
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => asked.push(effectiveDirective + ' ' + blockedURI));
  for (const kind of ['click', 'auxclick', 'submit']) addEventListener(kind, (event) => event.preventDefault());
`;

// Opens one article after the other, as a click on its title does; answers with what is wrong in each.
const provoke = async (first, end, elements, attributes, schemes) => {
  const board = document.querySelector('town-board');
  const root = board.shadowRoot;
  const EVENTS = ['click', 'auxclick', 'dblclick', 'mouseover', 'mouseenter', 'mouseleave', 'pointerover', 'pointerdown', 'focus', 'focusin',
    'blur', 'keydown', 'input', 'change', 'load', 'error', 'toggle', 'beforetoggle', 'animationstart', 'animationend', 'transitionend',
    'begin', 'end', 'copy', 'paste', 'wheel', 'scroll', 'resize', 'submit', 'reset', 'select', 'pageshow', 'hashchange', 'message'];
  const link = document.createElement('a');
  link.dataset.action = '1';
  root.append(link);
  const wrong = [];
  let count = 0;
  for (let i = first; i < end; i += 1) {
    link.dataset.value = `feed:https://x.invalid/${i}`;
    const drawn = new Promise((done) => board.addEventListener('town-board-drawn', done, { once: true }));
    link.click();
    await drawn;
    const title = root.querySelector('.article [tabindex="-1"]');
    if (!title?.textContent.startsWith(`${i}`)) wrong.push(`${i}: not drawn`);
    if (title?.childElementCount) wrong.push(`${i}: elements in the title`);
    for (const one of root.querySelectorAll('.article .content *')) {
      count += 1;
      if (!elements.includes(one.localName) || one.namespaceURI !== 'http://www.w3.org/1999/xhtml') wrong.push(`${i}: <${one.localName}>`);
      for (const { name, value } of one.attributes) {
        if (!attributes.includes(name)) wrong.push(`${i}: <${one.localName} ${name}>`);
        if (schemes[name] && !schemes[name].includes(new URL(value, document.baseURI).protocol)) wrong.push(`${i}: ${name}=${value}`);
      }
      for (const kind of EVENTS) one.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true, composed: true }));
    }
  }
  link.remove();
  await new Promise((done) => setTimeout(done, 50));
  return { wrong, count };
};

inEveryEngine((visit) => {
  const begin = async () => {
    await visit.browser.go(`${visit.town.base}/payloads.html`);
    await visit.browser.until(() => document.querySelector('town-board').shadowRoot?.querySelector('.item'));
  };
  const told = () => visit.browser.run(() => ({ ran: window.ran, asked: window.asked, place: location.pathname }));

  test(`${payloads.length} payloads are drawn and provoked, and stay inert`, async () => {
    await begin();
    let elements = 0;
    for (let first = 0; first < payloads.length; first += BATCH) {
      const { wrong, count } = await visit.browser.run(provoke, first, Math.min(first + BATCH, payloads.length), ELEMENTS, ATTRIBUTES, SCHEMES);
      assert.deepEqual(wrong, []);
      elements += count;
    }
    const { ran, asked, place } = await told();
    assert.deepEqual(ran, []);
    assert.deepEqual(asked.filter((one) => !/^img-src https?/.test(one)), []);
    assert.ok(elements > 0.1 * payloads.length, `${elements} elements`);
    assert.equal(place, '/payloads.html');
  });

  test('the spy sees what it looks for', async () => {
    await begin();
    await visit.browser.run(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="none.png" onerror="alert(1)"><object data="https://foreign.invalid/o"></object><img src="https://foreign.invalid/i">');
    });
    await visit.browser.until(() => window.ran.length === 1 && window.asked.length >= 2);
  });

  test('the collections of ../shared', { skip: shared ? false : 'SKIPPED: ../shared/conformance is not there' }, () => {
    assert.ok(shared.length >= 1300);
  });
}, prepare);
