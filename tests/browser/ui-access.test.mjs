// What Chromium tells a screen reader of the board: names, roles, what is announced and when.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, town } from './drive/stage.mjs';

const CONTROLS = ['button', 'link', 'searchbox', 'textbox', 'combobox', 'DisclosureTriangle', 'checkbox', 'radio'];

/** A page with its board drawn, and the accessibility tree of the board as plain objects, in order. */
async function open(wishes) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(town.page({ at: '2026-11-23T10:00', ...wishes }));
  await page.waitForFunction((lang) => {
    const root = document.querySelector('town-board')?.shadowRoot;
    return root?.querySelector('.item') && root.querySelector('[role=status] .state') && root.querySelector('.board').lang === lang;
  }, wishes?.lang ?? 'en');
  const wire = await page.context().newCDPSession(page);
  return { page, tree: () => treeOf(wire), close: () => page.close() };
}

async function treeOf(wire) {
  const { root } = await wire.send('DOM.getDocument');
  const { nodeId } = await wire.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'town-board' });
  const { node: host } = await wire.send('DOM.describeNode', { nodeId });
  const { nodes } = await wire.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found = [];
  const rest = [nodes.find((node) => node.backendDOMNodeId === host.backendNodeId)];
  while (rest.length > 0) {
    const node = rest.pop();
    rest.push(...(node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).reverse());
    if (node.ignored) continue;
    const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
    found.push({ role: node.role.value, name: node.name?.value ?? '', parent: node.parentId, id: node.nodeId, properties });
  }
  return found;
}

const namesOf = (tree, role) => tree.filter((node) => node.role === role).map(({ name }) => name);

test('every control and landmark has a name, in every language of the town and from right to left', async () => {
  for (const wishes of [{ lang: 'en' }, { lang: 'be' }, { lang: 'ru' }, { lang: 'ar', site: 'district' }]) {
    const { tree, close } = await open(wishes);
    const nodes = await tree();
    const nameless = nodes.filter(({ role, name }) => [...CONTROLS, 'region', 'table', 'image', 'heading'].includes(role) && !name.trim());
    assert.deepEqual(nameless, [], wishes.lang);
    assert.ok(namesOf(nodes, 'button').length > 5 && namesOf(nodes, 'link').length > 5, 'the tree is that of the board');
    await close();
  }
});

test('the name of each language is in that language', async () => {
  const { page, close } = await open();
  const named = await page.locator('town-board .languages button[data-value]').evaluateAll((all) => all.map((one) => `${one.lang} ${one.textContent}`));
  assert.deepEqual(named, ['be Беларуская', 'ru Русский', 'en English']);
  await close();
});

test('the office, its week and the news are found by landmark, table and heading', async () => {
  const { tree, close } = await open();
  const nodes = await tree();
  assert.deepEqual(namesOf(nodes, 'region'), ['Kopyl District Executive Committee', 'News']);
  assert.ok(namesOf(nodes, 'table').includes('Opening hours'));
  assert.ok(namesOf(nodes, 'rowheader').some((name) => /^Monday.*\s+today$/.test(name)), 'today is read out');
  const headings = nodes.filter(({ role }) => role === 'heading').map(({ name, properties }) => [properties.level, name]);
  assert.deepEqual(headings.slice(0, 2).map(([level]) => level), [2, 3]);
  assert.ok(headings.some(([level, name]) => level === 2 && name === 'News'));
  assert.equal(headings.filter(([level]) => level === 3).length >= 6, true);
  const levels = headings.map(([level]) => level);
  levels.forEach((level, i) => assert.ok(i === 0 || level - levels[i - 1] <= 1, `a level is left out: ${levels}`));
  await close();
});

test('what a control does and how it stands is told', async () => {
  const { page, tree, close } = await open();
  const pressed = (nodes) => nodes.filter(({ properties }) => properties.pressed === 'true').map(({ name }) => name);
  assert.deepEqual(pressed(await tree()), ['English', 'All']);
  await page.locator('town-board .chips button').nth(1).click();
  assert.deepEqual(pressed(await tree()), ['English', 'Notices']);
  const expanded = (nodes) => nodes.filter(({ role }) => role === 'DisclosureTriangle').map(({ properties }) => properties.expanded);
  assert.ok((await tree()).some(({ role, properties }) => role === 'DisclosureTriangle' && properties.expanded === false));
  await page.locator('town-board summary').first().click();
  assert.equal(expanded(await tree())[0], true);
  const copies = namesOf(await tree(), 'button').filter((name) => name.startsWith('Copy: '));
  assert.ok(copies.length > 3 && copies.every((name) => name.length > 'Copy: '.length), 'a copy button says what it copies');
  await close();
});

test('an opened article has the focus on its heading, with its title as the name', async () => {
  const { page, tree, close } = await open();
  const title = await page.locator('town-board .item a').first().innerText();
  await page.locator('town-board .item a').first().click();
  await page.waitForFunction(() => document.querySelector('town-board').shadowRoot.activeElement?.matches('.article [tabindex]'));
  const focused = (await tree()).filter(({ properties }) => properties.focused);
  assert.deepEqual(focused.map(({ role, name }) => [role, name]), [['heading', title]]);
  await close();
});

// Everything that a live region would say while the board passes the instants.
async function announced(page, instants) {
  return page.evaluate(async (instants) => {
    const board = document.querySelector('town-board');
    const said = [];
    // The nearest word on it counts. Rule: WAI-ARIA 1.2, aria-live; role status is polite and read as a whole.
    const isLive = (node) => {
      const near = (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live], [role=status], [role=alert]');
      return near && near.getAttribute('aria-live') !== 'off' ? near : null;
    };
    const observer = new MutationObserver((records) => {
      const regions = new Set(records.filter(({ type }) => type !== 'attributes').map(({ target }) => isLive(target)).filter(Boolean));
      for (const region of regions) said.push(region.innerText.replace(/\s+/g, ' ').trim());
    });
    observer.observe(board.shadowRoot, { subtree: true, childList: true, characterData: true });
    const steps = [];
    for (const instant of instants) {
      said.length = 0;
      const drawn = new Promise((done) => board.addEventListener('town-board-drawn', done, { once: true }));
      board.setAttribute('now', `${instant}+03:00`);
      await drawn;
      await new Promise((done) => requestAnimationFrame(done));
      steps.push(said.slice());
    }
    return steps;
  }, instants);
}

test('live regions are polite, and only a change of the state is announced, not the minutes', async () => {
  const { page, tree, close } = await open({ at: '2026-11-23T12:44' });
  const live = (await tree()).filter(({ properties }) => properties.live && properties.live !== 'off');
  assert.ok(live.length >= 1);
  assert.deepEqual([...new Set(live.map(({ role, properties }) => `${role} ${properties.live} ${properties.atomic}`))], ['status polite true']);
  const minutes = ['2026-11-23T12:45', '2026-11-23T12:46', '2026-11-23T12:50', '2026-11-23T12:59'];
  assert.deepEqual(await announced(page, minutes), [[], [], [], []]);
  const [lunch, stillLunch, opened, closed] = await announced(page, ['2026-11-23T13:00', '2026-11-23T13:01', '2026-11-23T14:00', '2026-11-23T17:30']);
  assert.equal(lunch.length, 1);
  assert.match(lunch[0], /^Lunch break.*14:00/);
  assert.deepEqual(stillLunch, []);
  assert.match(opened[0], /^Open/);
  assert.match(closed[0], /^Closed/);
  await close();
});

test('that something was copied is announced', async () => {
  const { page, close } = await open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('town-board .copy').first().click();
  await page.waitForFunction(() => [...document.querySelector('town-board').shadowRoot.querySelectorAll('[role=status]')]
    .some((one) => /copied/i.test(one.innerText)));
  await close();
});
