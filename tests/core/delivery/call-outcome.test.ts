import { describe, expect, test } from 'vitest';
import {
  askOnce,
  beforePosting,
  cannotSearch,
  isUnconnected,
  later,
} from '../../../src/core/delivery/call-outcome.ts';

const CLOSED = { kind: 'refused', why: 'closed', detail: 'no' } as const;

describe('a call that failed before the post', () => {
  test('leaves nothing unconfirmed: it may be repeated', () => {
    const unknown = { kind: 'unknown', detail: 'lost' } as const;
    expect(beforePosting(unknown, true)).toEqual({
      ...{ kind: 'later', seconds: null, everywhere: true, detail: 'lost' },
    });
  });

  test.each([CLOSED, later('soon', { seconds: 3 }), { kind: 'stopped', detail: 'no token' } as const])(
    'otherwise means what it means for a post: %j',
    (failure) => {
      expect(beforePosting(failure, true)).toEqual(failure);
    },
  );
});

describe('a channel that can not be read', () => {
  test('is given up only if the platform refuses', () => {
    expect(cannotSearch(CLOSED)).toEqual({ kind: 'cannot-search', detail: 'no', forGood: true });
    expect(cannotSearch(later('soon'))).toMatchObject({ forGood: false });
  });

  test('is given up if the platform’s poster knows better', () => {
    expect(cannotSearch({ kind: 'stopped', detail: 'no token' }, true)).toMatchObject({ forGood: true });
  });
});

describe('a connection', () => {
  const failure = (of: object) => Object.assign(new Error('failed'), of);

  test.each(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])(
    'that failed with %s was not made, and nothing sent over it',
    (code) => {
      const refused = failure({ syscall: 'connect', code });
      expect(isUnconnected(refused)).toBe(true);
      expect(isUnconnected(new TypeError('fetch failed', { cause: refused }))).toBe(true);
      expect(isUnconnected(new AggregateError([refused, refused]))).toBe(true);
    },
  );

  test.each([
    ['while the name was looked up', { syscall: 'getaddrinfo', code: 'EAI_AGAIN' }, true],
    ['before it was made', { code: 'UND_ERR_CONNECT_TIMEOUT' }, true],
    ['while it was read', { syscall: 'read', code: 'ETIMEDOUT' }, false],
    ['in some other way', {}, false],
  ])('that failed %s', (_, of, expected) => {
    expect(isUnconnected(failure(of))).toBe(expected);
  });
});

describe('what is asked once', () => {
  test('is asked for all who ask meanwhile, and again only after a failure', async () => {
    const answers = [later('soon'), { kind: 'done', value: 'me' } as const];
    let calls = 0;
    const ask = askOnce(async () => answers[calls++] ?? later('too often'));
    expect((await Promise.all([ask(), ask(), ask()])).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 3 }, () => 'later'),
    );
    const done = { kind: 'done', value: 'me' };
    expect([await ask(), await ask(), calls]).toEqual([done, done, 2]);
  });
});
