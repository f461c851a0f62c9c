// Runs in Chromium: bytes of a feed -> articles in the document, in three ways.
const TITLES = 'title link pubDate'.split(' ');

/** An article's head, the same for all. */
function article(parent, title, link, published) {
  const place = document.createElement('article');
  const anchor = document.createElement('a');
  anchor.textContent = title;
  anchor.href = link;
  const time = document.createElement('time');
  time.textContent = new Date(published).toLocaleDateString('en');
  const body = document.createElement('div');
  place.append(anchor, time, body);
  parent.append(place);
  return body;
}

function grow(parent, nodes, from) {
  for (let i = from; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (typeof node === 'string') {
      parent.append(node);
      continue;
    }
    const element = document.createElement(node[0]);
    for (const name in node[1]) element.setAttribute(name, node[1][name]);
    grow(element, node, 2);
    parent.append(element);
  }
}

export const ways = {
  async townboard() {
    const { parseFeed } = await import('/feed.js');
    return (bytes, parent) => {
      for (const item of parseFeed(bytes, { url: 'https://town.example/rss', trees: true }).items) {
        grow(article(parent, item.title, item.link, item.published), item.content.tree, 0);
      }
    };
  },
  async 'feedsmith + DOMPurify'() {
    const { parseFeed, DOMPurify } = await import('/peers.js');
    return (bytes, parent) => {
      for (const item of parseFeed(new TextDecoder().decode(bytes)).feed.items) {
        const body = article(parent, item.title, item.link, item.pubDate);
        body.append(DOMPurify.sanitize(item.content.encoded, { RETURN_DOM_FRAGMENT: true }));
      }
    };
  },
  async 'DOMParser + setHTML'() {
    return (bytes, parent) => {
      const feed = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/xml');
      for (const item of feed.getElementsByTagName('item')) {
        const [title, link, date] = TITLES.map((name) => item.getElementsByTagName(name)[0].textContent);
        article(parent, title, link, date).setHTML(item.getElementsByTagName('content:encoded')[0].textContent);
      }
    };
  },
};

/** What a board has loaded besides. */
async function wholeCore() {
  await WebAssembly.instantiateStreaming(fetch('/core.wasm'), {});
}

/** Milliseconds from nothing but the page to the articles in the document. */
export async function cold(name, bytes) {
  const began = performance.now();
  const core = name === 'townboard' ? wholeCore() : null;
  const draw = await ways[name]();
  await core;
  draw(bytes, document.body.appendChild(document.createElement('main')));
  return performance.now() - began;
}

const drawings = new Map();

/** Milliseconds a drawing, of so many, in a page that has drawn before. */
export async function warm(name, bytes, rounds) {
  const draw = drawings.get(name) ?? (await ways[name]());
  drawings.set(name, draw);
  let time = 0;
  for (let i = 0; i < rounds; i += 1) {
    const main = document.createElement('main');
    document.body.replaceChildren(main);
    const began = performance.now();
    draw(bytes, main);
    time += performance.now() - began;
  }
  return time / rounds;
}
