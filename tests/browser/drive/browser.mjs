// Starts Chromium, Firefox or WebKit with a fresh profile and drives it, without any package.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { HttpWire, MarionetteWire } from './wire.mjs';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

const PATIENCE = 30_000; // milliseconds; only a test that fails waits so long
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const firstOf = (...files) => files.find((file) => fs.existsSync(file));

export const freePort = () =>
  new Promise((done) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

// A browser that asks nobody anything: no updates, no first page, no lists from the network.
const FIREFOX_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

const CHROMIUM_ARGUMENTS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** How each engine is started: its program, the wire it speaks, and what a session wishes. */
const STARTS = {
  chromium: (port, home) => ({
    program: firstOf('/usr/bin/chromedriver', '/usr/lib/chromium/chromedriver'),
    options: [`--port=${port}`],
    wire: new HttpWire(port),
    wishes: {
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary: firstOf('/usr/bin/chromium', '/usr/bin/google-chrome'),
        args: [...CHROMIUM_ARGUMENTS, `--user-data-dir=${home}/profile`],
      },
    },
  }),
  firefox: (port, home) => {
    const preferences = { ...FIREFOX_PREFERENCES, 'marionette.port': port };
    const lines = Object.entries(preferences).map((pair) => `user_pref(${pair.map((p) => JSON.stringify(p))});`);
    fs.writeFileSync(path.join(home, 'user.js'), lines.join('\n'));
    return {
      program: firstOf('/usr/bin/firefox-esr', '/usr/bin/firefox'),
      options: ['--headless', '--marionette', '--no-remote', '--profile', home, 'about:blank'],
      wire: new MarionetteWire(port),
      wishes: {},
    };
  },
  webkit: (port) => ({
    program: firstOf('/usr/bin/WebKitWebDriver'),
    options: [`--port=${port}`],
    wire: new HttpWire(port),
    wishes: { 'webkitgtk:browserOptions': { args: ['--automation'], binary: miniBrowser() } },
  }),
};

// The browser that comes with WebKitGTK lies in a folder of the machine's architecture.
function miniBrowser() {
  const folders = fs.readdirSync('/usr/lib').flatMap((name) =>
    ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`));
  return firstOf(...folders, '/usr/bin/MiniBrowser');
}

export class Browser {
  #wire;
  #child;
  #home;

  static async start(engine, { width = 1120, height = 900 } = {}) {
    const browser = new Browser();
    browser.engine = engine;
    browser.#home = fs.mkdtempSync(path.join(os.tmpdir(), `townboard-${engine}-`));
    const { program, options, wire, wishes } = STARTS[engine](await freePort(), browser.#home);
    if (!program) throw new Error(`${engine} is not installed`);
    browser.#wire = wire;
    browser.#spawn(program, options);
    try {
      await browser.#patiently(() => wire.ready());
      await wire.begin(wishes);
      await wire.ask('timeouts', { script: PATIENCE, pageLoad: PATIENCE, implicit: 0 });
      await wire.ask('size', { width, height });
    } catch (cause) {
      await browser.close();
      throw cause;
    }
    return browser;
  }

  // In a process group of its own, so that `close` takes along what the browser has started.
  #spawn(program, options) {
    const home = this.#home;
    const own = { HOME: home, XDG_CACHE_HOME: `${home}/cache`, XDG_CONFIG_HOME: `${home}/config`, XDG_DATA_HOME: `${home}/data` };
    this.#child = spawn(program, options, { stdio: 'ignore', detached: true, env: { ...process.env, ...own } });
    this.#child.on('error', () => {});
  }

  async #patiently(attempt) {
    const end = performance.now() + PATIENCE;
    for (;;) {
      try {
        return await attempt();
      } catch (cause) {
        if (performance.now() > end || this.#child.exitCode !== null) throw cause;
        await pause(50);
      }
    }
  }

  /** The size of the window, in pixels; an engine may keep it wider. */
  resize(width, height) {
    return this.#wire.ask('size', { width, height });
  }

  /** Loads a page and waits for its `load`. */
  go(url) {
    return this.#wire.ask('go', { url });
  }

  /** What the function, which may be async, answers in the page; arguments and answer travel as JSON. */
  async run(action, ...values) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${action}).apply(null, arguments))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#wire.ask('run', { script, args: values });
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Waits until the function answers with something true, and gives that back. */
  async until(condition, ...values) {
    const end = performance.now() + PATIENCE;
    do {
      const value = await this.run(condition, ...values);
      if (value) return value;
      await pause(50);
    } while (performance.now() < end);
    throw new Error(`in vain: ${condition} ${JSON.stringify(values)}`);
  }

  /** What the window shows, as the bytes of a PNG. */
  async picture() {
    // WebKit gives the picture before the last one until it has painted twice.
    await this.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))));
    return Buffer.from(await this.#wire.ask('picture'), 'base64');
  }

  /** Presses keys one after the other: 'a', 'Enter', 'Shift+Tab'. */
  async press(...keys) {
    const codes = { Enter: '\uE007', Tab: '\uE004', Shift: '\uE008', Escape: '\uE00C', Space: ' ', Up: '\uE013', Down: '\uE015' };
    const actions = [];
    for (const key of keys) {
      const parts = key.split('+').map((name) => codes[name] ?? name);
      for (const value of parts) actions.push({ type: 'keyDown', value });
      for (const value of parts.reverse()) actions.push({ type: 'keyUp', value });
    }
    await this.#wire.ask('perform', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async close() {
    await Promise.race([this.#wire.end().catch(() => {}), pause(3000)]);
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      try {
        process.kill(-this.#child.pid, signal);
      } catch {
        // It has ended already.
      }
      await pause(100);
    }
    fs.rmSync(this.#home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
