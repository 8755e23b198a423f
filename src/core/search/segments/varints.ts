/** Writes numbers of seven bits a byte, the lowest first; an eighth bit marks all bytes but the last. */
export class VarintWriter {
  #bytes: Buffer;
  #length = 0;

  constructor(room = 64) {
    this.#bytes = Buffer.allocUnsafe(room);
  }

  get length(): number {
    return this.#length;
  }

  write(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Returns a copy of the bytes written. */
  bytes(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  /** Empties it, keeping its room. */
  begin(): void {
    this.#length = 0;
  }

  #grow(): void {
    const grown = Buffer.allocUnsafe(this.#bytes.length * 2 + 8);
    this.#bytes.copy(grown);
    this.#bytes = grown;
  }
}

/** Reads one number after the other. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, from = 0) {
    this.#bytes = bytes;
    this.#at = from;
  }

  /** The next number; NaN at the end. */
  next(): number {
    let value = 0;
    let scale = 1;
    for (; this.#at < this.#bytes.length; scale *= 128) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    return Number.NaN;
  }

  /** Where the next number begins. */
  get at(): number {
    return this.#at;
  }

  /** Leaves out bytes that are no numbers. */
  skip(bytes: number): void {
    this.#at += bytes;
  }
}
