import { beforeEach, describe, expect, test } from 'vitest';
import type { ClaimedEdition } from '../../../src/core/delivery/claimed-edition.ts';
import { recordOutcome, recordUncomposed } from '../../../src/core/delivery/outcome.ts';
import type { Posted } from '../../../src/core/delivery/poster.ts';
import type { Edition, EditionKey } from '../../../src/core/schedule/edition.ts';
import { MINUTE, NOW, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';

const HOUR = 3_600_000; // milliseconds
const SENT: Posted = { kind: 'sent', messageId: '42' };
const UNKNOWN: Posted = { kind: 'unknown', detail: 'the connection broke' };
const later = (seconds: number | null): Posted => ({
  ...{ kind: 'later', seconds, everywhere: false, detail: 'too many' },
});
const inFuture = (milliseconds: number) => new Date(NOW.valueOf() + milliseconds);

let delivery: TestDelivery;
let key: EditionKey;

beforeEach(async () => {
  delivery = await openDelivery();
  key = await delivery.makeDue('2026-11-24');
});

async function record(posted: Posted, known: Partial<Edition> = {}) {
  const claimed = await delivery.claim(key, { attempts: 1, ...known });
  const edition = await recordOutcome(delivery.ports, claimed, posted);
  expect(await delivery.edition(key)).toMatchObject({ state: edition?.state, retryAt: edition?.retryAt });
  return edition;
}

describe('a post that was sent', () => {
  test('is recorded, and opens the conversation under it', async () => {
    expect(await record(SENT)).toMatchObject({ state: 'sent', messageId: '42', reason: null, retryAt: null });
    expect(delivery.conversations).toEqual(['thread 42']);
  });

  test('opens none where people cannot reply to it', async () => {
    delivery.poster.threadOf = () => null;
    await record(SENT);
    expect(delivery.conversations).toEqual([]);
  });

  /** A claim whose first so many records fail. */
  const failing = async (times: number): Promise<ClaimedEdition> => {
    const claimed = await delivery.claim(key);
    let failed = 0;
    return {
      ...claimed,
      async record(progress) {
        if (failed++ < times) throw new Error('The store is away.');
        return claimed.record(progress);
      },
    };
  };

  test('is recorded after an outage of the store, with growing waits', async () => {
    const edition = await recordOutcome(delivery.ports, await failing(3), SENT);
    expect(edition?.state).toBe('sent');
    expect(delivery.waits).toEqual([500, 1000, 1500]);
  });

  test('fails with the store when it stays away', async () => {
    await expect(recordOutcome(delivery.ports, await failing(4), SENT)).rejects.toThrow('The store is away.');
  });
});

describe('a post that was not accepted', () => {
  test('waits as long as the platform says', async () => {
    expect(await record(later(300))).toMatchObject({
      ...{ state: 'due', retryAt: inFuture(300_000), reason: 'too many', attempts: 1, intentAt: null },
    });
  });

  test.each([
    [1, 1000],
    [2, 2000],
    [5, 16_000],
    [20, 300_000],
  ])('waits longer each time if it does not say: after attempt %i, up to %i ms', async (attempts, wait) => {
    expect((await record(later(null), { attempts }))?.retryAt).toEqual(inFuture(wait));
  });

  test('stays in doubt if an earlier post is', async () => {
    expect(await record(later(5), { intentAt: inFuture(-MINUTE) })).toMatchObject({
      ...{ state: 'unknown', intentAt: inFuture(-MINUTE), retryAt: inFuture(5000) },
    });
  });

  test('is given up after a day', async () => {
    expect((await record(later(5), { due: inFuture(-24 * HOUR) }))?.state).toBe('due');
    delivery.pass(5000);
    expect(await record(later(5), { due: inFuture(-24 * HOUR) })).toMatchObject({
      ...{ state: 'failed', reason: 'gave up after 24 hours: too many', retryAt: null },
    });
  });

  test('because the token was rejected waits for the next start, and the operator hears of it', async () => {
    const edition = await record({ kind: 'stopped', detail: 'token revoked' });
    expect(edition).toMatchObject({ state: 'due', reason: 'token revoked' });
    expect(delivery.reports).toEqual(['Not posting digests on chat until restart: token revoked']);
  });

  test('because the channel refuses it is failed', async () => {
    const edition = await record({ kind: 'refused', why: 'closed', detail: 'not a member.' });
    expect(edition).toMatchObject({
      ...{ state: 'failed', reason: 'Dossier cannot post in the channel (not a member)', retryAt: null },
    });
  });
});

describe('a post that may have arrived', () => {
  test('is looked for once the platform has settled', async () => {
    expect(await record(UNKNOWN)).toMatchObject({
      ...{ state: 'unknown', intentAt: NOW, retryAt: inFuture(MINUTE), reason: 'the connection broke' },
    });
  });

  test('is sent again sooner where the platform discards a second one', async () => {
    delivery = await openDelivery({ deduplicatesFor: MINUTE });
    key = await delivery.makeDue('2026-11-24');
    expect(await record(UNKNOWN)).toMatchObject({ state: 'unknown', retryAt: inFuture(1000) });
  });

  test('keeps the moment of the first that may have', async () => {
    expect((await record(UNKNOWN, { intentAt: inFuture(-5000) }))?.intentAt).toEqual(inFuture(-5000));
  });

  test('is looked for although its slot was six hours ago', async () => {
    expect(await record(UNKNOWN, { due: inFuture(-7 * HOUR) })).toMatchObject({
      ...{ state: 'unknown', retryAt: inFuture(MINUTE) },
    });
  });

  test.each([
    ['six hours after the first that may have', { intentAt: inFuture(-6 * HOUR - 1) }],
    ['a day after its slot', { due: inFuture(-24 * HOUR - 1) }],
  ])('is left unknown %s, and the operator hears of it', async (_, known) => {
    expect(await record(UNKNOWN, known)).toMatchObject({
      ...{ state: 'unknown', retryAt: null, reason: 'the connection broke' },
    });
    expect(delivery.reports).toEqual([
      'Could not confirm that digest 1 of chat:W1/C1 was posted on 2026-11-24: the connection broke',
    ]);
  });
});

test('an edition that could not be composed counts as an attempt and is retried', async () => {
  const claimed = await delivery.claim(key, { attempts: 2 });
  expect(await recordUncomposed(delivery.ports, claimed)).toMatchObject({
    ...{
      state: 'due',
      attempts: 3,
      retryAt: inFuture(4000),
      reason: 'internal error',
    },
  });
});

test('nothing is recorded of an edition that another process has claimed since', async () => {
  const claimed = await delivery.claim(key);
  delivery.pass(MINUTE + 1);
  await delivery.claim(key);
  for (const posted of [SENT, UNKNOWN, later(1)])
    expect(await recordOutcome(delivery.ports, claimed, posted)).toBeNull();
  expect(await delivery.edition(key)).toMatchObject({ state: 'claimed', fence: 2 });
});
