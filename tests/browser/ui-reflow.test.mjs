// The board under what readers do to a page: zoom, narrow columns, their own spacing, forced colours, paper, and writing
// from right to left. In Chromium, which can be told to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, town } from './drive/stage.mjs';

const STATES = [
  { at: '2026-11-23T10:12' },
  { at: '2026-12-21T12:45', lang: 'be' },
  { at: '2026-11-23T13:30', lang: 'ru', state: 'article' },
  { at: '2026-11-23T10:12', state: 'low-vision' },
  { at: '2026-11-24T10:12', site: 'district' },
  { at: '2026-11-24T10:12', site: 'district', lang: 'ar' },
  { at: '2026-11-24T10:12', site: 'district', lang: 'de' },
];

async function open(wishes, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1024 }, ...options });
  await page.goto(town.page(wishes));
  const drawn = wishes.state === 'article' ? '.article' : wishes.state === 'low-vision' ? '[data-state~=low-vision] .item' : '.item';
  await page.waitForFunction(
    ([drawn, lang]) => document.querySelector('town-board')?.shadowRoot?.querySelector(`.board[lang=${lang}]`)?.parentNode.querySelector(drawn),
    [drawn, wishes.lang ?? 'en'],
  );
  await page.waitForFunction(() => document.querySelector('town-board').shadowRoot.querySelector('[role=status] .state'));
  return page;
}

// Runs in the page: every word that is cut off by a box, or that stands outside of the board; words that are only read out
// are meant to be.
function cutWords() {
  const root = document.querySelector('town-board').shadowRoot;
  const whole = root.querySelector('.board').getBoundingClientRect();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const cut = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const boxes = [whole];
    let isSpoken = getComputedStyle(text.parentElement).fontSize === '0px';
    let scrolls = false;
    for (let one = text.parentElement; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      isSpoken ||= style.clipPath !== 'none' || style.position === 'absolute' && one.offsetWidth <= 1;
      scrolls ||= style.overflowX === 'auto';
      if (style.overflowX !== 'visible' || one.localName === 'button') boxes.push(one.getBoundingClientRect());
    }
    if (isSpoken || scrolls || !text.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const isWithin = boxes.every((box) => left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 3 && bottom <= box.bottom + 3);
      if (!isWithin) cut.push(text.data);
    }
  }
  return cut;
}

const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

// Zoom makes the window smaller in the page's pixels: 1280 by 1024 at 400 % is 320 by 256.
for (const [name, viewport] of [['400 % zoom', { width: 320, height: 256 }], ['200 % zoom', { width: 640, height: 512 }]]) {
  test(`${name}: nothing scrolls sideways, no word is cut off`, async () => {
    for (const wishes of STATES) {
      const page = await open(wishes, { viewport, deviceScaleFactor: 1280 / viewport.width });
      assert.ok((await page.evaluate(sideways)) <= 0, JSON.stringify(wishes));
      assert.deepEqual(await page.evaluate(cutWords), [], JSON.stringify(wishes));
      await page.close();
    }
  });
}

test('a column of 320 pixels and one of 240 in a wide window: no word is cut off', async () => {
  for (const wishes of STATES) {
    const page = await open(wishes);
    for (const width of [320, 240]) {
      await page.evaluate((width) => {
        const { style } = document.querySelector('town-board');
        style.width = `${width}px`;
        style.maxWidth = 'none';
      }, width);
      assert.deepEqual(await page.evaluate(cutWords), [], `${width} ${JSON.stringify(wishes)}`);
      assert.ok((await page.evaluate(sideways)) <= 0);
    }
    await page.close();
  }
});

test('a reader\'s own spacing is taken, and cuts nothing off', async () => {
  for (const wishes of STATES) {
    const page = await open(wishes, { viewport: { width: 768, height: 1024 } });
    await page.evaluate(() => {
      // Rule: WCAG 2.2, 1.4.12. A reader's tool sets it on the page; one that knows shadow trees, inside too.
      const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }';
      for (const root of [document, document.querySelector('town-board').shadowRoot]) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(spacing);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }
    });
    assert.deepEqual(await page.evaluate(cutWords), [], JSON.stringify(wishes));
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('town-board');
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.slice(0, -1);
    });
    const spacing = await page.evaluate(() => getComputedStyle(document.querySelector('town-board').shadowRoot.querySelector('td')).letterSpacing);
    assert.notEqual(spacing, 'normal');
    assert.deepEqual(await page.evaluate(cutWords), [], JSON.stringify(wishes));
    await page.close();
  }
});

// Runs in the page: words whose colour does not stand out from what is painted behind them.
function faintWords() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], [x, y, z]) => [[r, x], [g, y], [b, z]].map(([one, other]) => (one * a + other * (255 - a)) / 255);
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const root = document.querySelector('town-board').shadowRoot;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || text.parentElement.getClientRects().length === 0) continue;
    const layers = [];
    for (let one = text.parentElement; one; one = one.parentElement ?? one.getRootNode().host) layers.push(rgba(getComputedStyle(one).backgroundColor));
    const behind = layers.reverse().reduce((below, layer) => over(layer, below), rgba('Canvas'));
    const [dark, light] = [luminance(over(rgba(getComputedStyle(text.parentElement).color), behind)), luminance(behind)].sort((a, b) => a - b);
    if ((light + 0.05) / (dark + 0.05) < 4.5) faint.push(text.data);
  }
  return faint;
}

test('in forced colours every word stands out, and state and chosen button do not hang on a colour', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open({ at: '2026-11-23T13:30' }, { forcedColors: 'active', colorScheme });
    assert.deepEqual(await page.evaluate(faintWords), [], colorScheme);
    const seen = await page.evaluate(() => {
      const root = document.querySelector('town-board').shadowRoot;
      const icon = getComputedStyle(root.querySelector('[role=status] .icon'));
      const look = (one) => {
        const { color, backgroundColor, borderTopColor, borderTopWidth, outlineStyle, textDecorationLine, fontWeight } = getComputedStyle(one);
        return [color, backgroundColor, borderTopColor, borderTopWidth, outlineStyle, textDecorationLine, fontWeight].join();
      };
      const [chosen, other] = ['true', 'false'].map((pressed) => root.querySelector(`.chips [aria-pressed=${pressed}]`));
      return { words: root.querySelector('[role=status]').innerText, icon: icon.stroke, background: getComputedStyle(document.body).backgroundColor, differs: look(chosen) !== look(other) };
    });
    assert.match(seen.words, /Lunch break/);
    assert.notEqual(seen.icon, seen.background);
    assert.ok(seen.differs, 'a chosen button looks like the others');
    await page.close();
  }
});

test('in light, dark and more contrast every word stands out', async () => {
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', contrast: 'more' }, { colorScheme: 'dark', contrast: 'more' }]) {
    const page = await open({ at: '2026-11-23T12:45' }, options);
    assert.deepEqual(await page.evaluate(faintWords), [], JSON.stringify(options));
    await page.close();
  }
});

test('the board follows the colours that its page declares, not those of a visitor whom the page does not heed', async () => {
  for (const [style, theme, colorScheme, isDark] of [
    ['background: #fff; color: #000', '', 'dark', false],
    ['background: #fff; color: #000; color-scheme: light', '', 'dark', false],
    ['background: #101418; color: #eee; color-scheme: dark', '', 'light', true],
    ['background: Canvas; color-scheme: light dark', '', 'dark', true],
    ['color-scheme: light dark', '', 'light', false],
    ['background: #101418; color: #eee', 'theme="dark"', 'light', true],
    ['background: Canvas', 'theme="auto"', 'light', false],
    ['background: #fff; color-scheme: light dark', 'theme="light"', 'light', false],
    ['background: #fff', 'low-vision', 'dark', false],
    ['background: #101418', 'low-vision', 'dark', false],
  ]) {
    town.files.set('/colours.html', ['text/html', `<!doctype html><html lang="en" style="${style}"><title>x</title><script type="module" src="/townboard.js"></script>
      <town-board src="/data/sites/kopyl/site.json" now="2026-11-23T10:00:00+03:00" ${theme}></town-board>`]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
    await page.goto(`${town.base}/colours.html`);
    await page.waitForFunction(() => document.querySelector('town-board')?.shadowRoot?.querySelector('.item'));
    const text = await page.evaluate(() => getComputedStyle(document.querySelector('town-board').shadowRoot.querySelector('h2')).color.match(/\d+/g).map(Number));
    assert.equal(text[0] > 128, isDark, `${style} ${theme}`);
    assert.deepEqual(await page.evaluate(faintWords), [], `${style} ${theme}`);
    await page.close();
  }
});

test('on paper the words stay, dark on light, and what only a screen can do goes', async () => {
  const page = await open({ at: '2026-11-23T10:12' }, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { text, controls, colour } = await page.evaluate(() => {
    const root = document.querySelector('town-board').shadowRoot;
    const shown = (one) => one.getClientRects().length > 0;
    return {
      text: root.querySelector('.board').innerText,
      controls: [...root.querySelectorAll('button, input, select')].filter(shown).map((one) => one.innerText || one.type),
      colour: getComputedStyle(root.querySelector('h2')).color.match(/\d+/g).map(Number),
    };
  });
  for (const words of [/Open/, /Closes at 13:00/, /8:30–13:00, 14:00–17:30/, /\+375 1719 28-2-60/, /Lenin Square/, /Library evenings/]) assert.match(text, words);
  assert.deepEqual(controls, []);
  assert.ok(colour.every((value) => value < 100), `${colour}`);
  await page.close();

  const article = await open({ at: '2026-11-23T10:12', state: 'article' });
  await article.emulateMedia({ media: 'print' });
  const printed = await article.evaluate(() => document.querySelector('town-board').shadowRoot.querySelector('.board').innerText);
  assert.match(printed, /Library evenings/);
  assert.doesNotMatch(printed, /\+375 1719 28-2-60/, 'an open article is printed alone');
  await article.close();
});

test('from right to left everything is mirrored, but numbers and times are not', async () => {
  const page = await open({ at: '2026-11-24T10:12', site: 'district', lang: 'ar' });
  const seen = await page.evaluate(() => {
    const root = document.querySelector('town-board').shadowRoot;
    const left = (selector) => root.querySelector(selector).getBoundingClientRect().left;
    const right = (selector) => root.querySelector(selector).getBoundingClientRect().right;
    const phone = root.querySelector('a[href^="tel:"]');
    return {
      direction: getComputedStyle(root.querySelector('.board')).direction,
      office: left('.office') > left('.news'),
      row: left('.week th') > left('.week td'),
      title: right('.office h2') - right('.office .top') > -60,
      icon: left('[role=status] .icon') > left('[role=status] .state'),
      phone: getComputedStyle(phone).direction,
      cut: root.querySelector('.board').scrollWidth - root.querySelector('.board').clientWidth,
    };
  });
  assert.deepEqual(seen, { direction: 'rtl', office: true, row: true, title: true, icon: true, phone: 'ltr', cut: 0 });
  await page.close();
});
