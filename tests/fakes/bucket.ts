import { createHash } from 'node:crypto';
import type { Bucket, BucketFailure, BucketObject } from '../../src/core/library/bucket/bucket.ts';

/** A bucket in memory, in which anything may happen while it is read. */
export class FakeBucket implements Bucket {
  readonly #objects = new Map<string, { readonly content: string; readonly object: BucketObject }>();
  /** Keys in the order in which they were got. */
  readonly got: string[] = [];
  /** Called once all was listed. */
  listed = (): void => {};
  /** Called before an object is given; what it throws comes instead. */
  giving = (_key: string): void => {};
  failure: BucketFailure | null = null;

  constructor(contents: Readonly<Record<string, string>>) {
    for (const [key, content] of Object.entries(contents)) this.put(key, content);
  }

  put(key: string, content: string, more: Partial<BucketObject> = {}): void {
    const etag = createHash('md5').update(content).digest('hex');
    const modified = new Date('2024-05-03T10:00:00Z');
    this.#objects.set(key, {
      ...{ content, object: { key, etag, size: content.length, modified, ...more } },
    });
  }

  remove(key: string): void {
    this.#objects.delete(key);
  }

  async *list(): AsyncGenerator<readonly BucketObject[]> {
    if (this.failure) throw this.failure;
    const objects = [...this.#objects.values()].map(({ object }) => object);
    yield objects.slice(0, 2);
    yield objects.slice(2);
    this.listed();
  }

  async get(key: string) {
    this.giving(key);
    this.got.push(key);
    const found = this.#objects.get(key);
    return found ? { ...found.object, bytes: Buffer.from(found.content) } : null;
  }
}
