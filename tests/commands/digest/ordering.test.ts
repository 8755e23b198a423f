import { beforeEach, describe, expect, test } from 'vitest';
import type { Ordering } from '../../../src/core/bot/invocation.ts';
import { type DigestWorld, openDigestWorld } from '../../fakes/digest-world.ts';

const MAY: Ordering = { orderers: 'stewards', mayOrder: true, hindrance: null, caution: null };

describe('a digest on a platform that knows who may order it and whether it arrives', () => {
  let world: DigestWorld;
  const say = (line: string, ordering: Ordering, manager = false) =>
    world.say(`/digest ${line}`, { manager, ordering });

  beforeEach(async () => {
    const documents = { 'news/fares': 'The ferry to the island will cost ten crowns from May.' };
    world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents });
  });

  test('is ordered, changed and removed by whom the platform lets', async () => {
    for (const line of ['add ferries', 'pause 1', 'resume 1', 'edit 1 at:09:00', 'remove 1 confirm:yes'])
      expect((await say(line, MAY)).kind).not.toBe('error');
  });

  test('is refused to others, who are told whom to ask, and never to managers', async () => {
    const ordering = { ...MAY, mayOrder: false };
    const { problem, note } = await say('add ferries', ordering);
    expect([problem?.code, note]).toEqual([
      'not-allowed',
      'Only stewards can schedule digests. Ask one of them.',
    ]);
    expect((await say('add ferries', ordering, true)).kind).toBe('list');
  });

  test('is refused where no post would arrive, with what mends it', async () => {
    const ordering = { ...MAY, hindrance: 'Let Dossier in first.' };
    for (const line of ['add ferries', 'run 1', 'resume 1'])
      expect(await say(line, ordering, true)).toMatchObject({
        problem: { code: 'cannot-post' },
        note: 'Let Dossier in first.',
      });
    await say('add ferries', MAY);
    for (const line of ['pause 1', 'remove 1 confirm:yes'])
      expect((await say(line, ordering)).kind).not.toBe('error');
  });

  test('says what to know about posts there', async () => {
    const { note } = await say('add ferries', { ...MAY, caution: 'Posts go to the channel.' });
    expect(note).toContain('Posts go to the channel.');
  });
});
