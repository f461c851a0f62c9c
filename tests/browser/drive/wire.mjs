// The two wires on which browsers take WebDriver commands. Both have the same face: `ask(command, parameters)`
// answers with the command's value, or throws with the browser's words.
// Rule: W3C WebDriver, list of endpoints; Firefox Marionette protocol, version 3.
import * as net from 'node:net';

// What we use, as HTTP: method, path, and the name by which Marionette knows it.
const COMMANDS = {
  go: ['POST', '/url', 'WebDriver:Navigate'],
  size: ['POST', '/window/rect', 'WebDriver:SetWindowRect'],
  timeouts: ['POST', '/timeouts', 'WebDriver:SetTimeouts'],
  run: ['POST', '/execute/async', 'WebDriver:ExecuteAsyncScript'],
  perform: ['POST', '/actions', 'WebDriver:PerformActions'],
  picture: ['GET', '/screenshot', 'WebDriver:TakeScreenshot'],
};

/** WebDriver over HTTP, as chromedriver and WebKitWebDriver speak it. */
export class HttpWire {
  #base;

  constructor(port) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  async #send(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(body) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  /** Throws until the driver takes sessions. */
  async ready() {
    if (!(await this.#send('GET', '/status')).ready) throw new Error('the driver is not ready');
  }

  async begin(wishes) {
    const { sessionId } = await this.#send('POST', '/session', { capabilities: { alwaysMatch: wishes } });
    this.#base += `/session/${sessionId}`;
  }

  ask(command, parameters = {}) {
    const [method, path] = COMMANDS[command];
    return this.#send(method, path, parameters);
  }

  end() {
    return this.#send('DELETE', '');
  }
}

/** Firefox without geckodriver: arrays of JSON on a socket, each with its length and a colon before it. */
export class MarionetteWire {
  #port;
  #socket;
  #unread = Buffer.alloc(0);
  #waiting = new Map();
  #last = 0;

  constructor(port) {
    this.#port = port;
  }

  /** Throws until Firefox listens. */
  ready() {
    return new Promise((done, fail) => {
      const socket = net.connect(this.#port, '127.0.0.1');
      socket.once('error', fail);
      socket.on('data', (bytes) => {
        this.#unread = Buffer.concat([this.#unread, bytes]);
        this.#read(done);
      });
      this.#socket = socket;
    });
  }

  #read(greeted) {
    for (;;) {
      const colon = this.#unread.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#unread.subarray(0, colon));
      if (this.#unread.length < end) return;
      const message = JSON.parse(this.#unread.subarray(colon + 1, end));
      this.#unread = this.#unread.subarray(end);
      if (!Array.isArray(message)) {
        greeted(); // the first message says which version it speaks
        continue;
      }
      const [, number, error, result] = message;
      const asker = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (error) asker?.fail(new Error(`${error.error}: ${error.message}`));
      else asker?.done(result && 'value' in result ? result.value : result);
    }
  }

  #send(name, parameters) {
    this.#last += 1;
    const message = Buffer.from(JSON.stringify([0, this.#last, name, parameters]));
    return new Promise((done, fail) => {
      this.#waiting.set(this.#last, { done, fail });
      this.#socket.write(`${message.length}:`);
      this.#socket.write(message);
    });
  }

  begin(wishes) {
    return this.#send('WebDriver:NewSession', { capabilities: { alwaysMatch: wishes } });
  }

  ask(command, parameters = {}) {
    const own = command === 'run' ? { sandbox: null } : command === 'picture' ? { full: false } : {};
    return this.#send(COMMANDS[command][2], { ...parameters, ...own });
  }

  async end() {
    await this.#send('Marionette:Quit', { flags: ['eForceQuit'] });
    this.#socket.destroy();
  }
}
