/** Keeps what was used last, up to a total weight. */
export class BoundedCache<Key, Value> {
  readonly #most: number;
  readonly #weigh: (value: Value) => number;
  readonly #values = new Map<Key, Value>(); // those used last come last
  #weight = 0;

  constructor(most: number, weigh: (value: Value) => number) {
    this.#most = most;
    this.#weigh = weigh;
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    const former = this.#values.get(key);
    if (former !== undefined) this.#weight -= this.#weigh(former);
    this.#values.delete(key);
    this.#values.set(key, value);
    this.#weight += this.#weigh(value);
    for (const [oldest, dropped] of this.#values) {
      if (this.#weight <= this.#most) return;
      this.#values.delete(oldest);
      this.#weight -= this.#weigh(dropped);
    }
  }
}
