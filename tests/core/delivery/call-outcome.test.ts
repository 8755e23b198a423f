import { describe, expect, test } from 'vitest';
import { beforePosting, cannotSearch, later } from '../../../src/core/delivery/call-outcome.ts';

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
