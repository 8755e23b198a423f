import { expect, test } from 'vitest';
import { requestFor } from '../../../src/core/bot/action-request.ts';

test('sources are for whoever asks alone, what is shared for everybody', () => {
  expect(requestFor({ kind: 'sources', answer: 'a' }, false).forAsker).toBe(true);
  expect(requestFor({ kind: 'share', answer: 'a' }, true).forAsker).toBe(false);
  expect(requestFor({ kind: 'more', answer: 'a' }, true)).toEqual({
    request: { kind: 'command', command: 'more', options: {} },
    forAsker: true,
    replyTo: 'a',
  });
});

test('a page is the same answer, opened again', () => {
  expect(requestFor({ kind: 'page', answer: 'a', page: 2 }, false)).toEqual({
    request: { kind: 'command', command: 'open', options: { answer: 'a' } },
    forAsker: false,
    page: 2,
  });
});

test('a page of a reply that is not stored is the same request again', () => {
  const options = { action: 'list' };
  expect(requestFor({ kind: 'again', command: 'topics', options, page: 3 }, false)).toEqual({
    request: { kind: 'command', command: 'topics', options },
    forAsker: false,
    page: 3,
  });
});

test('an answer is kept in private', () => {
  const request = { kind: 'command', command: 'open', options: { answer: 'a' } };
  expect(requestFor({ kind: 'keep', answer: 'a' }, false)).toEqual({ request, forAsker: true });
});
