// One reader in a process of its own: node read.mjs READER FILE SAMPLES -> {"items", "milliseconds"}, the median of the
// samples' CPU time. Bytes in; every field of every item is there at the end, ours with all contents made safe.
import { readFileSync } from 'node:fs';
import { URL } from 'node:url';

const READERS = {
  async townboard() {
    const { parseFeed } = await import(new URL('../../../build/dist/feed.js', import.meta.url).href);
    return (bytes) => parseFeed(bytes, { url: 'https://town.example/rss' }).items;
  },
  async feedsmith() {
    const { parseFeed } = await import('feedsmith');
    return (bytes) => parseFeed(new TextDecoder().decode(bytes)).feed.items;
  },
  async 'rss-parser'() {
    const { default: Parser } = await import('rss-parser');
    const parser = new Parser();
    return async (bytes) => (await parser.parseString(new TextDecoder().decode(bytes))).items;
  },
  async '@rowanmanning/feed-parser'() {
    const { parseFeed } = await import('@rowanmanning/feed-parser');
    return (bytes) => parseFeed(new TextDecoder().decode(bytes)).items;
  },
};

const [name, file, samples] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const read = await READERS[name]();
const times = [];
let items = 0;
for (let i = 0; i < Number(samples); i += 1) {
  const before = process.cpuUsage();
  items = (await read(bytes)).length;
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ items, milliseconds: times[times.length >> 1] }));
