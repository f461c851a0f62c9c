// The board looks the same and nothing goes wrong on pages that would break a naive guest, and however a page's script
// handles the tag.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { hostPage, hosts } from './drive/hosts.mjs';
import { colours, compare, readPicture } from './drive/picture.mjs';
import { inEveryEngine } from './drive/visits.mjs';

const BOARD = 'now="2026-11-23T10:00:00+03:00" src="/data/sites/kopyl/site.json" limit="4"';
// Smoothed edges differ by up to 20 of 255 with where on the page a board stands; a letter that is moved by a pixel, or
// painted in another colour, by more than 100. WebKit paints a few round corners a little otherwise every time.
const TOLERANCE = 32;
const CORNERS = 1e-4; // of the area
const plain = {};
const path = (name) => `/host-${name.replace(/\W+/g, '-')}.html`;

// In place of the news' picture, white as what is behind it: WebKit smooths the edges in and around a drawing otherwise
// wherever it stands. Its box is compared as all are.
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400"><rect width="640" height="400" fill="#fff"/></svg>';

function prepare(town) {
  town.files.set('/data/sites/kopyl/library-evenings.svg', ['image/svg+xml', PICTURE]);
  const add = (name, host, boards) => town.files.set(path(name), ['text/html', hostPage(host, boards)]);
  add('plain', plain, [BOARD]);
  add('plain status', plain, [`${BOARD} show="status"`]);
  for (const [name, host] of Object.entries(hosts)) add(name, host, [BOARD]);
  add('two', plain, [BOARD, BOARD]);
  add('hundred', plain, Array(100).fill(`${BOARD} show="status"`));
  add('a cell as wide as it must be', { before: '<table><tr><td>', after: '</td></tr></table>' }, [BOARD]);
  add('a flexible box', { before: '<div style="display: flex">', after: '</div>' }, [BOARD]);
}

inEveryEngine((visit) => {
  // Opens a page of the test, and waits until all boards are drawn.
  const open = async (name) => {
    await visit.browser.go(visit.town.base + path(name));
    await drawn();
  };
  const drawn = async () => {
    await visit.browser.until(() => document.querySelector('town-board') && [...document.querySelectorAll('town-board')].every((board) => {
      const inside = board.shadowRoot;
      return inside?.querySelector('.status[role=status]') && (board.getAttribute('show') === 'status' || inside.querySelector('.item'));
    }));
    await visit.quiet();
    await visit.browser.run(() => window.scrollTo(0, 0));
  };

  // Every box of a board with what is painted in it, against the board's corner, and what the window shows of it.
  const look = async (number = 0) => {
    // As one text, since an old library may change how lists become JSON.
    const { boxes, area } = await visit.browser.run((number) => {
      const board = document.querySelectorAll('town-board')[number].shadowRoot.querySelector('.board');
      const home = board.getBoundingClientRect();
      const boxes = [board, ...board.querySelectorAll('*')].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        if (width === 0 && height === 0) return one.localName;
        const style = getComputedStyle(one);
        // In whole pixels: quirks mode rounds a line's height where the standard does not.
        const place = [x - home.x, y - home.y, width, height].map((value) => Math.round(value + 1 / 64));
        return `${one.localName}.${one.getAttribute('class') ?? ''} ${place} ${style.color} ${style.backgroundColor} ${style.fontWeight} ${style.fontSize} ${style.lineHeight}`;
      });
      const [x, y] = [Math.round(home.x), Math.round(home.y)];
      return { boxes: boxes.join('\n'), area: { x, y, width: Math.floor(home.width), height: Math.floor(Math.min(home.height, innerHeight - y)) } };
    }, number);
    return { boxes: boxes.split('\n'), area, picture: readPicture(await visit.browser.picture()) };
  };

  const isSame = (found, wanted) => {
    const different = found.boxes.findIndex((box, i) => box !== wanted.boxes[i]);
    assert.equal(found.boxes[different], wanted.boxes[different]);
    assert.equal(found.boxes.length, wanted.boxes.length);
    const area = { width: wanted.area.width, height: Math.min(found.area.height, wanted.area.height) };
    const cut = ({ picture, area: { x, y } }) => ({ ...picture, pixels: picture.pixels.subarray((y * picture.width + x) * picture.channels) });
    const { count, first } = compare(cut(found), cut(wanted), { x: 0, y: 0, ...area }, TOLERANCE);
    assert.ok(count <= (visit.browser.engine === 'webkit' ? CORNERS * area.width * area.height : 0), `${count} pixels differ, the first at ${JSON.stringify(first)}`);
  };

  let wanted;
  let wantedStatus;
  before(async () => {
    await open('plain');
    wanted = await look();
    await open('plain status');
    wantedStatus = await look();
  });

  test('the plain page shows a board', () => {
    assert.ok(wanted.boxes.length > 100);
    assert.ok(colours(wanted.picture, wanted.area) > 20);
    assert.ok(wanted.area.width === 900 && wanted.area.height > 500);
  });

  for (const name of Object.keys(hosts)) {
    test(`the board looks the same in: ${name}`, async () => {
      await open(name);
      isSame(await look(), wanted);
      assert.equal(await visit.browser.run(() => window.wrong.join('\n')), '');
    });
  }

  test('a board that was put in and taken out a hundred times looks the same', async () => {
    await open('plain');
    await visit.browser.run(async () => {
      const board = document.querySelector('town-board');
      const place = board.parentNode;
      for (let i = 0; i < 100; i += 1) {
        board.remove();
        place.append(board);
        if (i % 10 === 0) await new Promise((done) => setTimeout(done));
      }
    });
    await drawn();
    isSame(await look(), wanted);
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a board that is moved looks the same', async () => {
    await open('plain');
    await visit.browser.run(() => {
      const frame = document.querySelector('#frame');
      frame.append(document.createElement('div'));
      frame.lastChild.append(document.querySelector('town-board'));
    });
    await drawn();
    isSame(await look(), wanted);
    assert.deepEqual(await visit.wrong(), []);
  });

  test('two boards look the same', async () => {
    await open('two');
    isSame(await look(), wanted);
    await visit.browser.run(() => document.querySelector('town-board').remove());
    isSame(await look(), wanted);
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a hundred tags of the status look like one', async () => {
    await open('hundred');
    isSame(await look(), wantedStatus);
    assert.deepEqual((await look(99)).boxes, wantedStatus.boxes);
    assert.deepEqual(await visit.wrong(), []);
  });

  for (const name of ['a cell as wide as it must be', 'a flexible box']) {
    test(`the board has room in: ${name}`, async () => {
      await open(name);
      const { area } = await look();
      assert.ok(area.width >= 280, `${area.width} pixels`);
    });
  }
}, prepare);
