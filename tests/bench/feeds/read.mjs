// One reader in a process of its own: node read.mjs READER FILE. Says how many items it finds; then each line of its
// input is a number of times to read the file, and is answered with the CPU milliseconds that they took. Bytes in; every
// field of every item is there at the end, ours with all contents made safe.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
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

const [name, file] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const read = await READERS[name]();
console.log((await read(bytes)).length);
for await (const line of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  for (let left = Number(line); left > 0; left -= 1) await read(bytes);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
}
