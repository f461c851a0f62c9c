/**
 * What time it is, in seconds since 1970, by the server's clock where it can be known: many visitors' clocks
 * are wrong by hours. Runs on `performance.now()`, so that a visitor who sets the clock meanwhile does not matter.
 */
export class Clock {
  #ahead = 0;

  /** A response to a request that began at `sent`; its Date and Age headers say what time it is there. */
  learn(response, sent) {
    const date = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(date)) return;
    const age = Number(response.headers.get('age') ?? 0) * 1000;
    const trip = performance.now() - sent;
    const ahead = date + age + trip / 2 - Date.now();
    // Date counts whole seconds; a slow answer says little; nobody's clock is wrong by years but a broken server's.
    const believable = trip < 5000 && Math.abs(ahead) > 60_000 && Math.abs(ahead) < 86_400_000;
    if (believable) this.#ahead = ahead;
  }

  now() {
    return (Date.now() + this.#ahead) / 1000;
  }
}
