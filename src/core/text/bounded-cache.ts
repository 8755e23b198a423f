const SPARE = 0.9; // of the most it may weigh that is left when something must go

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
    if (this.#weight > this.#most) this.#drop(SPARE * this.#most);
  }

  /** Drops what was used longest ago: a part of all at once, since a map with many holes at its beginning is slow to begin with. */
  #drop(most: number): void {
    for (const [oldest, dropped] of this.#values) {
      if (this.#weight <= most) return;
      this.#values.delete(oldest);
      this.#weight -= this.#weigh(dropped);
    }
  }

  /** What is kept, as of now. */
  entries(): readonly (readonly [Key, Value])[] {
    return [...this.#values];
  }
}
