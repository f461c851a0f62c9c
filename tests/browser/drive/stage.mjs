// A town and the machine's Chromium in front of it: who imports this has both while the tests of the file run.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before } from 'node:test';
import { launchChromium } from './chromium.mjs';
import { Town, root } from './town.mjs';

export let town;
export let browser;
/** The folder for pictures that people look at. */
export const pictures = path.join(root, 'build/screenshots');

before(async () => {
  fs.mkdirSync(pictures, { recursive: true });
  town = await Town.start();
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  town?.close();
});
