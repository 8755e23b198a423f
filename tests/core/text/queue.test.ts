import { describe, expect, test } from 'vitest';
import { createKeyedQueue, createSerialQueue } from '../../../src/core/text/queue.ts';

/** A task that ends when told to. */
function task(log: string[], name: string) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    log.push(`${name} starts`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

describe('a keyed queue', () => {
  test('runs tasks with one key one after the other', async () => {
    const log: string[] = [];
    const [first, second] = [task(log, 'first'), task(log, 'second')];
    const enqueue = createKeyedQueue();
    const both = [enqueue('a', first.run), enqueue('a', second.run)];
    second.end();
    first.end();
    expect(await Promise.all(both)).toEqual(['first', 'second']);
    expect(log).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
  });

  test('runs tasks with different keys side by side', async () => {
    const log: string[] = [];
    const [first, second] = [task(log, 'first'), task(log, 'second')];
    const enqueue = createKeyedQueue();
    const slow = enqueue('a', first.run);
    second.end();
    expect(await enqueue('b', second.run)).toBe('second');
    first.end();
    await slow;
    expect(log.at(-1)).toBe('first ends');
  });

  test('continues after a task that fails', async () => {
    const enqueue = createKeyedQueue();
    const failing = enqueue('a', () => Promise.reject(new Error('lost')));
    const next = enqueue('a', async () => 'next');
    await expect(failing).rejects.toThrow('lost');
    expect(await next).toBe('next');
  });
});

describe('a serial queue', () => {
  test('runs tasks one after the other, and continues after one that fails', async () => {
    const log: string[] = [];
    const [first, last] = [task(log, 'first'), task(log, 'last')];
    const enqueue = createSerialQueue();
    const all = [
      enqueue(first.run),
      enqueue(() => Promise.reject(new Error('lost'))),
      enqueue(last.run),
    ] as const;
    last.end();
    first.end();
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['first starts', 'first ends', 'last starts', 'last ends']);
  });
});
