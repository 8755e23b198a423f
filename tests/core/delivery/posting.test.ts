import { beforeEach, describe, expect, test } from 'vitest';
import { postEdition } from '../../../src/core/delivery/posting.ts';
import type { EditionKey } from '../../../src/core/schedule/edition.ts';
import { MESSAGE, MINUTE, NOW, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';

const SLOT = '2026-11-24';

let delivery: TestDelivery;
let key: EditionKey;

const post = () => postEdition(delivery.ports, key, { poster: delivery.poster, throttle: null });

beforeEach(async () => {
  delivery = await openDelivery();
  key = await delivery.makeDue(SLOT);
});

describe('an edition that is posted', () => {
  test('is recorded as intended, with its content, before it is sent', async () => {
    let intent: unknown;
    delivery.poster.script({
      accepted: true,
      posted: { kind: 'unknown', detail: 'cut off' },
      meanwhile: async () => {
        intent = await delivery.edition(key);
      },
    });
    await post();
    expect(intent).toMatchObject({ state: 'intent', intentAt: NOW, attempts: 1, covered: NOW, fence: 1 });
    expect(intent).toMatchObject({ content: { documents: [], shown: [] } });
  });

  test('is recorded as sent, with the id of its message, and its claim ends', async () => {
    const edition = await post();
    expect(edition).toMatchObject({ state: 'sent', messageId: 'post-1', lease: null, reason: null });
    expect(await delivery.edition(key)).toMatchObject({ state: 'sent', messageId: 'post-1', lease: null });
    expect(delivery.poster.posts).toHaveLength(1);
  });

  test('is not posted by a second caller while the first is at it', async () => {
    const [one, other] = await Promise.all([post(), post()]);
    expect([one, other].filter((edition) => edition === null)).toHaveLength(1);
    expect(delivery.poster.posts).toHaveLength(1);
  });
});

describe('nothing is sent', () => {
  test('by a process whose edition was claimed by another while it composed', async () => {
    delivery.compose = async () => {
      delivery.pass(MINUTE + 1);
      await delivery.claim(key);
      return MESSAGE;
    };
    expect(await post()).toBeNull();
    expect(delivery.poster.requests).toEqual([]);
  });

  test('once most of the lease has passed', async () => {
    delivery.compose = async () => {
      delivery.pass(0.8 * MINUTE);
      return MESSAGE;
    };
    expect(await post()).toMatchObject({ state: 'due', intentAt: null });
    expect(delivery.poster.requests).toEqual([]);
  });

  test('if nothing is new', async () => {
    const content = { documents: [], shown: [] };
    delivery.compose = async () => ({ kind: 'empty', covered: NOW, content, reason: 'nothing was new' });
    expect(await post()).toMatchObject({ state: 'empty', covered: NOW, content, reason: 'nothing was new' });
    expect(delivery.poster.requests).toEqual([]);
  });

  test('if it cannot be composed', async () => {
    delivery.compose = async () => ({ kind: 'failed', reason: 'no topic', pauses: false });
    expect(await post()).toMatchObject({ state: 'failed', reason: 'no topic' });
  });

  test('if composing it throws: it is reported and retried later', async () => {
    delivery.compose = async () => {
      throw new Error('The connection was cut.');
    };
    const edition = await post();
    expect(edition).toMatchObject({ state: 'due', attempts: 1, intentAt: null, lease: null });
    expect(edition?.retryAt?.valueOf()).toBeGreaterThan(NOW.valueOf());
    expect(delivery.reports).toEqual(['Could not compose a digest.']);
    delivery.pass(MINUTE);
    delivery.compose = async () => MESSAGE;
    expect((await post())?.state).toBe('sent');
    expect(await delivery.edition(key)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('an edition in doubt', () => {
  beforeEach(async () => {
    delivery.poster.script({ accepted: true, posted: { kind: 'unknown', detail: 'cut off' } });
    await post();
    delivery.pass(MINUTE);
  });

  test('is searched for before anything is sent again', async () => {
    expect(await post()).toMatchObject({ state: 'sent', messageId: 'post-1' });
    expect(delivery.poster.requests).toHaveLength(1);
  });

  test('is sent again once two searches have not found it, and searched for twice again', async () => {
    for (let search = 0; search < 4; search++) delivery.poster.scriptLookup({ kind: 'absent' });
    delivery.poster.script({ accepted: false, posted: { kind: 'unknown', detail: 'cut off' } });
    await post();
    delivery.pass(MINUTE / 2);
    await post();
    expect(await delivery.edition(key)).toMatchObject({ state: 'unknown', attempts: 2, lookups: 0 });
    delivery.pass(MINUTE);
    expect(await post()).toMatchObject({ state: 'unknown', lookups: 1 });
    expect(delivery.poster.requests).toHaveLength(2);
    delivery.pass(MINUTE / 2);
    expect((await post())?.state).toBe('sent');
    expect(delivery.poster.requests).toHaveLength(3);
  });
});
