import { describe, expect, test } from 'vitest';
import { createChat } from '../../../src/core/bot/chat.ts';
import type { ChatRequest, Invocation } from '../../../src/core/bot/invocation.ts';
import { createRateLimits } from '../../../src/core/bot/rate-limits.ts';
import { createTestCore, loadOwnCorpus } from '../../fakes/local-chat.ts';

const contents = await loadOwnCorpus();
const READER = { platform: 'chat', workspace: 'W', channel: 'C', user: 'ada', private: false };

function invocation(request: ChatRequest, given: Partial<Invocation> = {}): Invocation {
  return { request, conversation: 'c', audience: READER, manager: false, ...given };
}

const line = (text: string, given: Partial<Invocation> = {}) => invocation({ kind: 'line', text }, given);

describe('an answer that is taken up', () => {
  test('is followed by whoever takes it up, wherever and whatever was said since', async () => {
    const chat = createChat(await createTestCore(contents));
    const { reply } = await chat.handle(line('/brief nato-asia'));
    await chat.handle(line('Who pays for lunch?'));
    const audience = { ...READER, user: 'tom' };
    const more = await chat.handle(
      invocation({ kind: 'control', word: 'more' }, { conversation: 'd', audience, replyTo: reply.id ?? '' }),
    );
    expect([more.reply.kind, more.reply.topic]).toEqual(['brief', 'nato-asia']);
  });

  test('is the past of a thread that is opened from it', async () => {
    const chat = createChat(await createTestCore(contents));
    const { reply } = await chat.handle(line('/brief nato-asia'));
    await chat.adopt(line('', { conversation: 'thread', replyTo: reply.id ?? '' }));
    const more = await chat.handle(line('more', { conversation: 'thread' }));
    expect([more.reply.kind, more.reply.topic]).toEqual(['brief', 'nato-asia']);
  });

  test('given in private is nobody else’s until it is shared', async () => {
    const chat = createChat(await createTestCore(contents));
    const mine = { ...READER, private: true };
    const { reply } = await chat.handle(line('/brief nato-asia', { audience: mine }));
    const tom = { audience: { ...READER, user: 'tom' } };
    const opened = (share: boolean, given: Partial<Invocation>) =>
      chat.handle(invocation({ kind: 'answer', id: reply.id ?? '', share }, given));
    expect((await opened(false, tom)).reply.problem?.code).toBe('unknown-answer');
    await opened(true, {});
    expect((await opened(false, tom)).reply.points).toEqual(reply.points);
  });

  test('to a search is gone on with at its next page', async () => {
    const chat = createChat(await createTestCore(contents));
    const { reply } = await chat.handle(line('/search NATO limit:2'));
    const next = await chat.handle(
      invocation({ kind: 'control', word: 'more' }, { replyTo: reply.id ?? '' }),
    );
    const places = (given: typeof reply) => given.points.map(({ document, start }) => `${document} ${start}`);
    expect(next.reply.note).toMatch(/page 2 of/);
    expect(places(next.reply).filter((place) => places(reply).includes(place))).toEqual([]);
  });
});

describe('limits', () => {
  const now = new Date('2026-11-24T14:00:00Z');
  const later = (seconds: number) => new Date(now.valueOf() + seconds * 1000);

  test('let a person ask ten times at once, then as a minute goes by', () => {
    const limits = createRateLimits();
    const request = Array.from({ length: 11 }, () => limits.take(READER, now));
    expect([request.filter((refused) => refused === null).length, request.at(-1)]).toEqual([
      10,
      { seconds: 6, whose: 'person' },
    ]);
    expect(limits.take(READER, later(5))).toMatchObject({ seconds: 1 });
    expect(limits.take(READER, later(6))).toBeNull();
  });

  test('hold for a channel and a workspace too', () => {
    const limits = createRateLimits();
    const refused = new Set<string>();
    for (let at = 0; at < 400; at++) {
      const who = { ...READER, user: `u${at}`, channel: `c${at % 8}` };
      const found = limits.take(who, now);
      if (found) refused.add(found.whose);
    }
    for (let at = 0; at < 31; at++) {
      const found = createRateLimits().take({ ...READER, user: `u${at}` }, now);
      if (found) refused.add(found.whose);
    }
    expect([...refused]).toContain('workspace');
  });

  test('are told to whoever meets them, and spare what costs nothing', async () => {
    const chat = createChat(await createTestCore(contents), createRateLimits());
    for (let at = 0; at < 10; at++) await chat.handle(line('And China?'));
    expect((await chat.handle(line('And China?'))).reply.problem?.code).toBe('too-many-requests');
    expect((await chat.handle(line('/help'))).reply.kind).toBe('list');
    expect(
      (await chat.handle(line('And China?', { audience: { ...READER, user: 'tom' } }))).reply.kind,
    ).not.toBe('error');
  });
});

test('an event has one effect', async () => {
  const chat = createChat(await createTestCore(contents));
  expect([
    await chat.claim(READER, 'e'),
    await chat.claim(READER, 'e'),
    await chat.claim({ ...READER, workspace: 'V' }, 'e'),
  ]).toEqual([true, false, true]);
});

test('a search that is opened again is called by its words alone', async () => {
  const chat = createChat(await createTestCore(contents));
  await chat.handle(line('/search liaison office limit:2'));
  expect((await chat.handle(line('/sources all'))).reply.headline).toBe('liaison office');
});
