// The builder in every engine: a clerk fills the form in, sees the board and takes a file that `townboard check` accepts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { root } from './drive/town.mjs';
import { inEveryEngine } from './drive/visits.mjs';

const SENTENCE = '8.30-17.30, обед 13.00-14.00, пн-пт';
const kopyl = () => fs.readFileSync(path.join(root, 'data/sites/kopyl/site.json'), 'utf8');

/** Whether the command accepts a file. */
function check(text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'townboard-builder-'));
  const file = path.join(folder, 'site.json');
  fs.writeFileSync(file, text);
  try {
    return execFileSync(path.join(root, 'build/native/townboard'), ['check', file], { encoding: 'utf8' });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

inEveryEngine((visit) => {
  const run = (...values) => visit.browser.run(...values);
  const until = (...values) => visit.browser.until(...values);

  async function begin(lang = 'ru', under = '/builder.html') {
    // Nothing asks whether the page before may be left.
    await run(() => addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true }));
    await visit.begin({ under, lang });
    await until(() => document.querySelectorAll('#state li').length > 0);
  }

  // The field of a label, the first of them or the one at `place`.
  const fill = (label, text, place = 0) => run((name, value, number) => {
    const [found] = [...document.querySelectorAll('#form label')].filter((one) => one.textContent === name).slice(number);
    const control = document.getElementById(found.htmlFor);
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }, label, text, place);

  const answer = (text) => until((wanted) => {
    const said = document.querySelector('.answer').textContent;
    return said.includes(wanted) && said;
  }, text);
  // The text that is copied and downloaded, once nothing of it is under way.
  const file = async () => {
    await visit.quiet();
    await run(() => new Promise((done) => setTimeout(done, 500)));
    return run(() => document.getElementById('text').value);
  };
  const paste = (text) => run((value) => {
    document.getElementById('paste').value = value;
    document.getElementById('paste-read').click();
  }, text);
  const sentenceAt = async (instant, wanted) => {
    await run((value) => {
      const field = document.getElementById('at');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, instant);
    await until((words) => document.querySelector('town-board')?.status?.sentence === words, wanted);
  };
  const isQuiet = async () => assert.deepEqual(await visit.wrong(), []);

  test('a sentence in the language of the country is read on an English page, and the file is accepted with its zone of two clocks', async () => {
    await begin('en');
    await fill('Name of the town or its administration', 'Zielonka');
    await fill('Country whose public holidays count', 'PL');
    assert.equal(await until(() => document.querySelector('input[list]').value), 'Europe/Warsaw');
    await fill('Name of the office', 'Urząd');
    await fill('Number or address', '+48 22 761 39 00');
    await fill('Hours as you would write them on the door', 'pon.-pt. 8.00-16.00, przerwa 12-12.30');
    await answer('Mo-Fr 08:00-12:00,12:30-16:00');
    assert.match(check(await file()), /0 errors, 0 warnings/);
    await isQuiet();
  });

  test('a clerk makes a file from a sentence, sees the board at lunch and in the evening, and the command accepts it', async () => {
    await begin();
    await fill('Название города или его администрации', 'Копыль');
    await fill('Страна, чьи праздники учитываются', 'BY');
    assert.equal(await until(() => document.querySelector('input[list]').value), 'Europe/Minsk');
    await fill('Название учреждения', 'Исполком');
    await fill('Номер или адрес', '+375 1719 28-2-60');
    await fill('Часы, как вы написали бы их на двери', SENTENCE);
    assert.match(await answer('Понято'), /Пн – пт: 8:30–13:00 и 14:00–17:30.*Mo-Fr 08:30-13:00,14:00-17:30.*о праздниках ничего не сказано/);
    assert.equal(await run((label) => document.querySelector('#form textarea').value, ''), SENTENCE);
    await sentenceAt('2026-11-23T10:00', 'Открыто · закроется на обед в 13:00, снова откроется в 14:00');
    await sentenceAt('2026-11-23T13:30', 'Обеденный перерыв · откроется в 14:00');
    await run(() => document.querySelector('.suggestion').click());
    await answer('PH off');
    await sentenceAt('2026-12-25T10:00', 'Закрыто в связи с праздником: Рождество Христово (католическое) · откроется в понедельник в 8:30');
    const text = await file();
    const site = JSON.parse(text);
    assert.deepEqual(site, {
      name: 'Копыль', timeZone: 'Europe/Minsk', zoneRule: '<+03>-3', calendar: 'BY', languages: ['ru'],
      offices: [{
        id: 'office', name: 'Исполком', contacts: [{ role: 'reception', value: '+375 1719 28-2-60' }],
        schedules: [{ id: 'hours', kind: 'office', hours: 'Mo-Fr 08:30-13:00,14:00-17:30; PH off' }],
      }],
    });
    assert.deepEqual(Object.keys(site), ['name', 'timeZone', 'zoneRule', 'calendar', 'languages', 'offices']);
    assert.match(check(text), /0 errors/);
    assert.equal(await run(() => document.querySelectorAll('#state .whole').length), 1);
    await isQuiet();
  });

  test('what is not understood is named at its place and not written', async () => {
    await begin();
    await fill('Часы, как вы написали бы их на двери', SENTENCE);
    await answer('Понято');
    await fill('Часы, как вы написали бы их на двери', 'пн-пт 8.30-17.30, кроме совещаний');
    await answer('Не понято');
    assert.equal(await run(() => document.querySelector('.answer mark').textContent), 'кроме');
    assert.equal(await run(() => document.querySelector('#form textarea').getAttribute('aria-invalid')), 'true');
    const text = await file();
    assert.doesNotMatch(text, /08:30|8\.30|совещ/);
    assert.match(await run(() => document.getElementById('state').textContent), /Часы работы 1.*Не понято/);
    assert.match(await run(() => document.getElementById('download').textContent), /неполный/);
    await fill('Часы, как вы написали бы их на двери', '8.30-17.30');
    await answer('Не названы дни');
    assert.doesNotMatch(await file(), /08:30/);
    await run(() => document.querySelector('.suggestion').click());
    await answer('Понято');
    assert.equal(JSON.parse(await file()).offices[0].schedules[0].hours, 'Mo-Fr 08:30-17:30');
    await isQuiet();
  });

  test('a file that is opened comes out as it went in, with keys that the form does not know', async () => {
    await begin('en');
    const site = JSON.parse(kopyl());
    site.offices[0].schedules[0].ownKey = { kept: [1, 2] };
    site.theirs = null;
    await paste(JSON.stringify(site));
    await until(() => document.querySelectorAll('#form .understood').length === 4);
    const back = JSON.parse(await file());
    assert.deepEqual(back, site);
    assert.equal(JSON.stringify(back), JSON.stringify(site));
    await fill('Postal code', '223910');
    site.offices[0].address.postalCode = '223910';
    assert.equal(JSON.stringify(JSON.parse(await file())), JSON.stringify(site));
    await isQuiet();
  });

  test('what is no JSON is named with line and column, and the form stays', async () => {
    await begin('en');
    await fill('Name of the office', 'Town hall');
    await paste('{\n  "timeZone": "Europe/Minsk",\n  "offices": [,]\n}');
    assert.match(await until(() => document.getElementById('open-error').textContent), /line 3, column 15 /);
    await paste('{"timeZone": "Europe/Minsk", "offices": [{"id": "a", "name": "A", "schedules": {}}]}');
    await until(() => document.getElementById('open-error').textContent.includes('/offices/0/schedules'));
    assert.match(await file(), /Town hall/);
    await isQuiet();
  });

  test('rows are added and taken out by keyboard, and the focus is where one goes on', async () => {
    await begin('en');
    const focused = () => run(() => {
      const one = document.activeElement;
      return `${one.closest('.row')?.querySelector('legend').textContent ?? ''}: ${document.querySelector(`label[for="${one.id}"]`)?.textContent ?? one.textContent}`;
    });
    const press = async (words, key) => {
      await run((name) => [...document.querySelectorAll('#form button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name).focus(), words);
      await visit.browser.press(key);
    };
    await press('Add a contact', 'Enter');
    assert.equal(await focused(), 'Contact 2: What it is');
    await visit.browser.press('Tab');
    assert.equal(await focused(), 'Contact 2: Number or address');
    await until(() => document.getElementById('said').textContent === 'Added: Contact 2');
    await press('Remove: Contact 1', 'Space');
    assert.equal(await focused(), 'Contact 1: What it is');
    await press('Remove: Contact 1', 'Enter');
    assert.equal(await focused(), 'Office 1: Add a contact');
    await until(() => document.getElementById('said').textContent === 'Removed: Contact 1');
    await press('Add an office', 'Enter');
    assert.equal(await focused(), 'Office 2: Name of the office');
    await press('Remove: Office 2', 'Enter');
    assert.equal(await focused(), 'Office 1: Name of the office');
    assert.equal(await run(() => [...document.querySelectorAll('#form button')].some((one) => one.getAttribute('aria-label') === 'Remove: Office 1')), false);
    await isQuiet();
  });

  test('a second language gives each text a second field, and what is typed stays', async () => {
    await begin('en');
    await fill('Name of the office', 'Town hall');
    await fill('Hours as you would write them on the door', 'whenever');
    await run(() => {
      document.querySelector('.languages details').open = true;
      [...document.querySelectorAll('.ticks label')].find((one) => one.textContent === 'Беларуская').click();
    });
    await fill('Беларуская', 'Выканкам', 2); // after the town's name and the box to tick
    const site = JSON.parse(await file());
    assert.deepEqual(site.languages, ['en', 'be']);
    assert.deepEqual(site.offices[0].name, { en: 'Town hall', be: 'Выканкам' });
    assert.equal(await run(() => document.querySelector('#form textarea').value), 'whenever');
    await answer('Not understood');
    await isQuiet();
  });

  test('a draft is kept only where it is wished', async () => {
    await begin('en');
    await fill('Name of the office', 'Town hall');
    await file();
    assert.equal(await run(() => localStorage.length + sessionStorage.length), 0);
    await run(() => document.getElementById('draft').click());
    await begin('en');
    assert.match(await file(), /Town hall/);
    await run(() => document.getElementById('draft').click());
    assert.equal(await run(() => localStorage.length), 0);
    await isQuiet();
  });

  test('where the policy forbids WebAssembly hours are not read, and it says so', async () => {
    await begin('en', '/no-wasm/builder.html');
    await fill('Hours as you would write them on the door', 'Mo-Fr 08:30-17:30');
    await answer('This browser cannot read hours here');
    assert.doesNotMatch(await file(), /08:30/);
  });
});
