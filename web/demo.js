// The demo page: its links choose the instant, the language, the look and the state of its one board.
//
//   ?at=2026-11-23T13:30&lang=be&theme=dark&show=status&site=district&office=library&state=article&width=320

const wishes = new URLSearchParams(location.search);
const board = document.querySelector('town-board');
const wish = (name) => wishes.get(name) ?? '';

/** Clicks inside the board, as a visitor would, once it has drawn what is asked for. */
function click(selector) {
  const drawn = () => {
    const found = board.shadowRoot.querySelector(selector);
    if (!found) return;
    board.removeEventListener('town-board-drawn', drawn);
    found.click();
  };
  board.addEventListener('town-board-drawn', drawn);
}

function type(text) {
  const drawn = () => {
    const field = board.shadowRoot.querySelector('input');
    if (!field || !board.shadowRoot.querySelector('.item')) return;
    board.removeEventListener('town-board-drawn', drawn);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  board.addEventListener('town-board-drawn', drawn);
}

const fetchReally = window.fetch.bind(window);

/** Answers for the news in place of the server: the first time that a feed is asked for, the second time, and so on. */
function answerNews(...answers) {
  const asked = new Map();
  window.fetch = (input, options) => {
    const url = String(input);
    if (!/\/news[^/]*\.(json|rss|atom)$/.test(url)) return fetchReally(input, options);
    const times = asked.get(url) ?? 0;
    asked.set(url, times + 1);
    return answers[Math.min(times, answers.length - 1)](input, options);
  };
}

const never = () => new Promise(() => {});
const failing = () => Promise.reject(new TypeError('the demo lets the news fail'));
const feed = (items) => new Response(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '', items }));
const nothing = async () => feed([]);
const arriving = async (input) => {
  const { items } = await (await fetchReally(input)).json();
  const title = 'The snow plough drives from 6:00 tomorrow';
  return feed([{ id: 'plough', title, summary: 'Please leave the kerbs free.', date_published: '2026-11-23T10:00:00+03:00' }, ...items]);
};

// The feeds are asked again at once, not after ten minutes.
function askAgain() {
  board.setAttribute('refresh', '0.0001');
  board.addEventListener('town-board-drawn', () => setTimeout(() => document.dispatchEvent(new Event('visibilitychange')), 500), { once: true });
}

const STATES = {
  article: () => click('.item + .item a'),
  search: () => type(wish('lang') === 'be' ? 'вечар' : wish('lang') === 'ru' ? 'вечер' : 'library'),
  'not-found': () => type('xyzzy'),
  more: () => click('.more button'),
  category: () => click('.news li + li button'),
  service: () => click('.also summary'),
  loading: () => answerNews(never),
  empty: () => answerNews(nothing),
  failed: () => answerNews(failing),
  stale: () => {
    answerNews(fetchReally, failing);
    askAgain();
  },
  arrived: () => {
    answerNews(fetchReally, arriving);
    askAgain();
  },
  unread: () => board.setAttribute('mark-new', '2026-11-20T12:00:00+03:00'),
  'low-vision': () => board.setAttribute('low-vision', ''),
  'low-vision-dark': () => {
    board.setAttribute('low-vision', '');
    click('.languages button:nth-last-child(2)');
  },
};

function apply() {
  // An instant without a zone is one of the office's clock, three hours before Greenwich.
  if (wish('at')) board.setAttribute('now', `${wish('at')}+03:00`);
  for (const name of ['theme', 'show', 'office', 'schedule', 'limit']) {
    if (wish(name)) board.setAttribute(name, wish(name));
  }
  if (wish('theme')) document.documentElement.dataset.theme = wish('theme');
  if (wish('site') === 'district') board.setAttribute('src', 'data/sites/district/site.json');
  if (wish('width') === '320') board.classList.add('narrow');
  STATES[wish('state')]?.();
}

// A link keeps the language and the look that are chosen, unless it names them itself.
function connectLinks() {
  for (const link of document.querySelectorAll('.states a, nav a[href^="?"]')) {
    const url = new URL(link.href);
    const whole = new URLSearchParams(url.search);
    if (!link.closest('.fresh')) {
      for (const name of ['lang', 'theme']) if (wish(name) && !whole.has(name)) whole.set(name, wish(name));
    }
    if (link.closest('.keep')) for (const [name, value] of wishes) if (!whole.has(name)) whole.set(name, value);
    url.search = whole;
    link.href = url;
    const here = [...whole].sort().join('&') === [...wishes].sort().join('&');
    if (here) link.setAttribute('aria-current', 'page');
  }
}

apply();
connectLinks();
