import * as fs from 'node:fs';
import { chromium } from 'playwright-core';

/** The machine's Chromium, for tests that need more of a browser than WebDriver gives. */
export function launchChromium() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
