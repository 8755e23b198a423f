import { beforeEach, describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import {
  type DigestStatusPorts,
  digestItems,
  elsewhereItems,
  troubleItems,
} from '../../../commands/status/digest-items.ts';
import type { RequestContext } from '../../../src/core/bot/invocation.ts';
import { createSpell, TYPED } from '../../../src/core/bot/spelling.ts';
import type { Topic } from '../../../src/core/library/topics/topic.ts';
import { CHANNEL, MINUTE, NOW, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';

const ELSEWHERE = { ...CHANNEL, channel: 'C2' };
const MANAGER: RequestContext = {
  ...{ conversation: 'here', manager: true, at: NOW },
  audience: { ...CHANNEL, user: 'ada', private: false, local: false },
};
const OPERATOR: RequestContext = {
  ...MANAGER,
  audience: {
    platform: 'here',
    workspace: 'local',
    channel: 'here',
    user: 'local',
    private: false,
    local: true,
  },
};

const HARBOURS: Topic = {
  ...{ name: 'harbours', title: 'Harbours', query: 'harbour' },
  ...{ collections: null, synonyms: [], aspects: [] },
};

let delivery: TestDelivery;
let ports: DigestStatusPorts;

beforeEach(async () => {
  delivery = await openDelivery();
  const { editions, subscriptions } = delivery.ports;
  ports = {
    ...{ editions, subscriptions, platforms: ['here', 'chat'] },
    delivery: { isStopped: (platform) => platform === 'chat' },
    topics: { list: async () => [HARBOURS] },
  };
});

const spell = createSpell(DECLARATIONS, TYPED);
const named = createSpell(DECLARATIONS, { ...TYPED, channel: (id) => `#${id}` });
const lines = async (items: ReturnType<typeof digestItems>) =>
  (await items).map(({ id, detail }) => `${id}: ${spell(detail)}`);

describe('the digests elsewhere in a workspace', () => {
  test('are listed with their channels, without those here, paused ones and those of other workspaces', async () => {
    await delivery.subscribe({});
    await delivery.subscribe({ channel: ELSEWHERE, paused: 'by hand' });
    await delivery.subscribe({ channel: { ...ELSEWHERE, workspace: 'W2' } });
    expect(await elsewhereItems(ports, MANAGER)).toEqual([]);
    await delivery.subscribe({ channel: ELSEWHERE });
    expect(await lines(elsewhereItems(ports, MANAGER))).toEqual([
      'digest elsewhere: Harbours · 08:00 daily Europe/London · in another channel',
    ]);
    expect((await elsewhereItems(ports, MANAGER)).map(({ detail }) => named(detail))).toEqual([
      'Harbours · 08:00 daily Europe/London · in #C2',
    ]);
    expect(await elsewhereItems(ports, OPERATOR)).toEqual([]);
  });

  test('are only counted where their topic may not be read, and beyond the first eight', async () => {
    await delivery.subscribe({ channel: ELSEWHERE });
    const hidden = { ...ports, topics: { list: async () => [] } };
    expect(await lines(elsewhereItems(hidden, MANAGER))).toEqual(['digest elsewhere: 1 active']);
    for (let more = 0; more < 9; more++) await delivery.subscribe({ channel: ELSEWHERE });
    expect((await lines(elsewhereItems(ports, MANAGER))).slice(7)).toEqual([
      'digest elsewhere: Harbours · 08:00 daily Europe/London · in another channel',
      'digest elsewhere: 2 more',
    ]);
  });
});

describe('the digests of a channel', () => {
  test('are counted, and the next five named in the order of their times', async () => {
    for (let hour = 6; hour > 0; hour--) await delivery.subscribe({ at: `1${hour}:00` });
    await delivery.subscribe({ paused: 'by hand' });
    const [first, ...next] = await lines(digestItems(ports, MANAGER));
    expect(first).toBe('digests: 6 active, 1 paused');
    expect(next).toHaveLength(5);
    expect(next[0]).toBe('next digest: Tue 24 Nov 11:00 Europe/London, number 6 on harbours');
  });

  test('are those of this channel only, except for the operator', async () => {
    await delivery.subscribe({ channel: ELSEWHERE });
    expect(await lines(digestItems(ports, MANAGER))).toEqual([]);
    expect(await lines(digestItems(ports, OPERATOR))).toEqual([
      'digests: 1 active',
      'next digest: Wed 25 Nov 08:00 Europe/London, number 1 on harbours in chat:W1/C2',
    ]);
    expect(await lines(digestItems(ports, { ...OPERATOR, manager: false }))).toEqual([]);
  });

  test('are left out if the store cannot be used', async () => {
    const list = async () => {
      throw new Error('The store is away.');
    };
    expect(await digestItems({ ...ports, subscriptions: { list, all: list } }, MANAGER)).toEqual([]);
  });
});

describe('trouble with digests', () => {
  test('is told of the workspace, and to the operator of all', async () => {
    const unknown = await delivery.claim(await delivery.makeDue('2026-11-22'));
    await unknown.record({ state: 'unknown', retryAt: null });
    await delivery.makeDue('2026-11-23', new Date(NOW.valueOf() - 3 * MINUTE));
    const trouble = [
      'late digests: 1; see /digest history in each channel',
      'unconfirmed digests: 1 may not have arrived',
      'digests: not posting on chat: it rejected the token',
    ];
    expect(await lines(troubleItems(ports, MANAGER))).toEqual(trouble);
    expect(await lines(troubleItems(ports, OPERATOR))).toEqual(trouble);
    const other = { ...MANAGER, audience: { ...MANAGER.audience, workspace: 'W2' } };
    expect(await lines(troubleItems(ports, other))).toEqual(trouble.slice(2));
  });

  test('is none if all is well', async () => {
    await delivery.makeDue('2026-11-24');
    const well = { ...ports, delivery: { isStopped: () => false } };
    expect(await troubleItems(well, MANAGER)).toEqual([]);
  });
});
