// The builder: a form that makes or edits a site file, with the board beside it.
//
//   ?lang=be
import { calmly, make } from './builder/dom.js';
import { Form } from './builder/form.js';
import { readJson } from './builder/json-text.js';
import { Preview } from './builder/preview.js';
import { newSite, strangePlace, textOf } from './builder/site.js';
import { language, translate, word } from './builder/words.js';
import { copyOrShare, download } from './deeds.js';

const DRAFT = 'townboard builder draft';
const SNIPPET = '<script type="module" src="townboard.js"></script>\n<town-board src="site.json"></town-board>\n';
const LARGEST = 4 * 1024 * 1024; // bytes of a file that is opened; two hundred offices are less

const at = (id) => document.getElementById(id);
const SEEN = 6000; // milliseconds that a message stays over the page
let safe = ''; // the site as JSON when it was last opened, downloaded, copied or kept

const unsay = calmly(SEEN, () => (at('said').textContent = ''));

function say(words) {
  const place = at('said');
  place.textContent = '';
  // The same words twice are said twice.
  requestAnimationFrame(() => (place.textContent = words));
  unsay();
}

translate(document);
for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', word(element.dataset.label));
for (const link of document.querySelectorAll('nav a[hreflang]')) if (link.lang === language) link.setAttribute('aria-current', 'page');
at('snippet').value = SNIPPET;

const preview = new Preview(at('preview-wait'), at('moment'));
const form = new Form(at('form'), newSite(language), { changed, say });

// -- what has become of the form -------------------------------------------------------------------------------

const wholeText = () => JSON.stringify(form.site);
const isUnsaved = () => wholeText() !== safe;

const showState = calmly(150, () => {
  const missing = form.objections();
  at('state').replaceChildren(...(missing.length === 0
    ? [make('p', { class: 'whole' }, word('whole'))]
    : [make('p', { class: 'missing' }, word('missing')), make('ul', {}, missing.map(([words, id]) => make('li', {}, make('a', { href: `#${id}` }, words))))]));
  at('download').textContent = word(missing.length === 0 ? 'download' : 'downloadIncomplete');
  at('text').value = textOf(form.site);
});

const keepDraft = calmly(500, () => {
  if (!at('draft').checked) return;
  try {
    localStorage.setItem(DRAFT, wholeText());
    safe = wholeText();
  } catch {
    at('draft').checked = false;
    say(word('draftFailed'));
  }
});

function changed() {
  preview.show(form?.site);
  showState();
  keepDraft();
}

function open(site) {
  form.open(site);
  safe = wholeText();
  changed();
}

// -- opening ---------------------------------------------------------------------------------------------------

function openText(text) {
  const wrong = at('open-error');
  wrong.textContent = '';
  const { value, line, column } = readJson(text.replace(/^\ufeff/, ''));
  const place = line ? null : strangePlace(value);
  if (line || place) {
    wrong.textContent = line ? word('badJson', { line, column }) : word('badShape', { place });
    return;
  }
  if (isUnsaved() && !window.confirm(word('replace'))) return;
  open(value);
  say(word('opened'));
  // The sentences of the file are read by now, or the reader is being fetched.
  setTimeout(() => form.site === value && form.turnedCount > 0 && say(word('openedSentences')), 3000);
}

async function openFile(file) {
  if (!file) return;
  if (file.size > LARGEST) at('open-error').textContent = word('tooLarge');
  else openText(await file.text());
}

at('open-file').addEventListener('change', async ({ target }) => {
  await openFile(target.files[0]);
  target.value = ''; // so that the same file can be opened again
});
at('paste-read').addEventListener('click', () => openText(at('paste').value));
document.addEventListener('dragover', (event) => event.dataTransfer.types.includes('Files') && event.preventDefault());
document.addEventListener('drop', (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  openFile(event.dataTransfer.files[0]);
});

// -- taking away -----------------------------------------------------------------------------------------------

at('download').addEventListener('click', () => {
  const isWhole = form.objections().length === 0;
  download(textOf(form.site), isWhole ? 'site.json' : 'site-incomplete.json', 'application/json');
  safe = wholeText();
  say(word('downloaded'));
});

async function copyFrom(field) {
  if (await copyOrShare(field.value, false)) return say(word('copied'));
  const details = field.closest('details');
  if (details) details.open = true;
  field.select();
  say(word('notCopied'));
}

at('copy').addEventListener('click', () => {
  at('text').value = textOf(form.site);
  copyFrom(at('text'));
});
at('copy-snippet').addEventListener('click', () => copyFrom(at('snippet')));

at('draft').addEventListener('change', ({ target }) => {
  try {
    if (target.checked) localStorage.setItem(DRAFT, wholeText());
    else localStorage.removeItem(DRAFT);
  } catch {
    target.checked = false;
    say(word('draftFailed'));
  }
});

window.addEventListener('beforeunload', (event) => {
  if (isUnsaved()) event.preventDefault();
});

for (const one of document.querySelectorAll('form')) one.addEventListener('submit', (event) => event.preventDefault());

function openDraft() {
  let draft = null;
  try {
    draft = localStorage.getItem(DRAFT);
  } catch {
    return false; // the browser keeps nothing
  }
  const { value } = readJson(draft ?? '');
  if (!value || strangePlace(value)) return false;
  at('draft').checked = true;
  open(value);
  say(word('draftFound'));
  return true;
}

if (!openDraft()) {
  safe = wholeText();
  changed();
}
