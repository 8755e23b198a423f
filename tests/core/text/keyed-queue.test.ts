import { expect, test } from 'vitest';
import { createKeyedQueue } from '../../../src/core/text/keyed-queue.ts';

/** A task that ends when told to. */
function task(log: string[], name: string) {
  let end = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    log.push(`${name} begins`);
    await promise;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

test('the turns of one conversation follow one another', async () => {
  const log: string[] = [];
  const [first, second] = [task(log, 'first'), task(log, 'second')];
  const turns = createKeyedQueue();
  const both = [turns('a', first.run), turns('a', second.run)];
  second.end();
  first.end();
  expect(await Promise.all(both)).toEqual(['first', 'second']);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('other conversations do not wait', async () => {
  const log: string[] = [];
  const [first, second] = [task(log, 'first'), task(log, 'second')];
  const turns = createKeyedQueue();
  const slow = turns('a', first.run);
  second.end();
  expect(await turns('b', second.run)).toBe('second');
  first.end();
  await slow;
  expect(log.at(-1)).toBe('first ends');
});

test('a turn that fails does not hold up the next', async () => {
  const turns = createKeyedQueue();
  const failing = turns('a', () => Promise.reject(new Error('lost')));
  const next = turns('a', async () => 'next');
  await expect(failing).rejects.toThrow('lost');
  expect(await next).toBe('next');
});
