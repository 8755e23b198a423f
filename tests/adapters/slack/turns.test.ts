import { expect, test } from 'vitest';
import { createTurns } from '../../../src/adapters/slack/turns.ts';

test('a person’s requests begin one after the other, and nobody waits for somebody else’s', async () => {
  const inTurn = createTurns();
  const begun: string[] = [];
  let release = () => {};
  const hang = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ask = (user: string, what: string, until?: Promise<void>) =>
    inTurn(user, async () => {
      begun.push(what);
      await until;
    });
  const mine = [ask('ada', 'first', hang), ask('ada', 'second')];
  await ask('tom', 'other');
  expect(begun).toEqual(['first', 'other']);
  release();
  await Promise.all(mine);
  expect(begun).toEqual(['first', 'other', 'second']);
});

test('between the beginnings of two requests, what came meanwhile is taken in', async () => {
  const inTurn = createTurns();
  const order: string[] = [];
  const begin = (user: string) => inTurn(user, async () => void order.push(user));
  const all = ['ada', 'tom', 'mia'].map(begin);
  setImmediate(() => order.push('taken in'));
  await Promise.all(all);
  expect(order.indexOf('taken in')).toBeLessThan(2);
});
