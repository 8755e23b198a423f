import { beforeEach, describe, expect, test } from 'vitest';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import { type DigestWorld, openDigestWorld, SAYS } from '../../fakes/digest-world.ts';
import type { RecordedPost } from '../../fakes/poster.ts';

const FARES = 'The ferry to the island will cost ten crowns from May. The harbour council raised the fares.';

function pointsOf(post: RecordedPost | undefined) {
  return post ? jsonReply(post.message).points : [];
}

describe('/digest', () => {
  let world: DigestWorld;

  beforeEach(async () => {
    world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: { 'news/fares': FARES } });
  });

  test('add confirms with the next three times, where clocks change too', async () => {
    world.setClock('2026-10-24T12:00:00Z');
    const { items, note } = await world.say('/digest add ferries at:01:30 days:daily');
    expect(items.filter(({ id }) => id === 'next').map(({ detail }) => detail)).toEqual([
      'Sun 25 Oct 01:30 Europe/London',
      'Mon 26 Oct 01:30 Europe/London',
      'Tue 27 Oct 01:30 Europe/London',
    ]);
    expect(note).toContain('/digest preview 1');
  });

  test.each([
    ['/digest add', 'missing-option'],
    ['/digest add nothing', 'unknown-topic'],
    ['/digest add ferries at:25:00', 'invalid-option'],
    ['/digest add ferries days:someday', 'invalid-option'],
    ['/digest add ferries zone:Atlantis', 'invalid-option'],
    ['/digest add ferries max:0', 'invalid-option'],
    ['/digest add ferries max:11', 'invalid-option'],
    ['/digest add ferries length:2m', 'invalid-option'],
    ['/digest add ferries when_empty:maybe', 'invalid-option'],
    ['/digest add ferries number:3', 'invalid-option'],
    ['/digest pause 1', 'unknown-digest'],
    ['/digest list everything', 'invalid-option'],
    ['/digest dance', 'invalid-option'],
  ])('%s is refused as %s', async (line, code) => {
    expect((await world.say(line)).problem?.code).toBe(code);
    expect((await world.say('/digest list')).items).toEqual([]);
  });

  test('add without a topic names one that exists', async () => {
    expect((await world.say('/digest add')).note).toContain('/digest add ferries at:08:00');
  });

  test('add of the same again is refused', async () => {
    await world.say('/digest add ferries');
    expect((await world.say('/digest add ferries')).problem?.code).toBe('digest-exists');
    expect((await world.say('/digest add ferries at:09:00')).kind).toBe('list');
  });

  test.each([
    'add ferries',
    'run 1',
    'pause 1',
    'resume 1',
    'edit 1 at:09:00',
    'remove 1',
    'remove 1 confirm:yes',
  ])('%s is for managers', async (line) => {
    await world.say('/digest add ferries');
    const before = await world.say('/digest list');
    expect((await world.say(`/digest ${line}`, { manager: false })).problem?.code).toBe('not-allowed');
    expect((await world.say('/digest list')).items).toEqual(before.items);
    expect(world.platform.posts).toEqual([]);
  });

  test.each(['list', 'preview 1', 'history'])('%s is for everybody', async (line) => {
    await world.say('/digest add ferries');
    expect((await world.say(`/digest ${line}`, { manager: false })).kind).not.toBe('error');
  });

  test.each([{ channel: 'C2' }, { workspace: 'W2' }, { platform: 'talk' }])(
    'sees and changes nothing from elsewhere: %j',
    async (where) => {
      await world.say('/digest add ferries');
      const elsewhere = { channel: { ...world.channel, ...where } };
      expect((await world.say('/digest list', elsewhere)).items).toEqual([]);
      for (const action of ['preview', 'run', 'pause', 'edit', 'remove', 'history'])
        expect((await world.say(`/digest ${action} 1`, elsewhere)).problem?.code).toBe('unknown-digest');
      await world.say('/digest add ferries', elsewhere);
      await world.say('/digest remove 1 confirm:yes', elsewhere);
      expect((await world.say('/digest list')).items.length).toBe(1);
    },
  );

  test('preview shows what would be posted, and marks nothing', async () => {
    await world.say('/digest add ferries');
    const first = await world.say('/digest preview');
    expect(first.kind).toBe('digest');
    expect(first.points[0]?.text).toBe('The ferry to the island will cost ten crowns from May.');
    expect(await world.say('/digest preview 1')).toEqual(first);
    expect(await world.editions()).toEqual([]);
    await world.tickUntil('2026-11-23T08:05:00Z');
    expect(pointsOf(world.platform.posts[0])).toEqual(first.points);
  });

  test('run posts an extra edition, and the next one comes all the same', async () => {
    await world.say('/digest add ferries zone:UTC when_empty:note');
    expect((await world.say('/digest run 1')).note).toBe('Posted.');
    await world.tickUntil('2026-11-23T08:05:00Z');
    expect((await world.editions()).map(({ slot, state }) => [slot, state])).toEqual([
      ['2026-11-23', 'sent'],
      ['2026-11-23T07:30:00.000Z', 'sent'],
    ]);
    const [extra, regular] = world.platform.posts;
    expect(extra?.message.text).toContain('ten crowns');
    expect(regular?.message.text).not.toContain('ten crowns from May');
  });

  test('run says when nothing is new, and what the platform says', async () => {
    await world.say('/digest add ferries zone:UTC');
    await world.tickUntil('2026-11-23T08:05:00Z');
    expect((await world.say('/digest run 1')).note).toBe(
      'Digest 1: nothing new since its last edition, so nothing was posted.',
    );
    await world.arrive('news/new', 'The island ferry stops for repairs in the harbour on Friday 4 December.');
    world.pass(1000);
    world.platform.script({ accepted: false, posted: SAYS.closed });
    expect((await world.say('/digest run 1')).note).toContain(
      'was not posted: Dossier cannot post in the channel',
    );
  });

  test('remove asks first, and a removed one is not posted', async () => {
    await world.say('/digest add ferries');
    expect((await world.say('/digest remove 1')).text).toContain('/digest remove 1 confirm:yes');
    expect((await world.say('/digest list')).items.length).toBe(1);
    await world.say('/digest remove 1 confirm:yes');
    expect((await world.say('/digest remove 1 confirm:yes')).problem?.code).toBe('unknown-digest');
    await world.tickUntil('2026-11-24T09:00:00Z');
    expect(world.platform.posts).toEqual([]);
  });

  test('pause and resume may be said twice', async () => {
    await world.say('/digest add ferries zone:UTC days:daily');
    for (const _ of [1, 2]) await world.say('/digest pause');
    await world.tickUntil('2026-11-23T09:00:00Z');
    expect(world.platform.posts).toEqual([]);
    for (const _ of [1, 2]) await world.say('/digest resume');
    await world.tickUntil('2026-11-23T10:00:00Z');
    expect(world.platform.posts).toEqual([]);
    await world.tickUntil('2026-11-24T08:05:00Z');
    expect(world.platform.posts.length).toBe(1);
  });

  test('edit to a later hour of a day that had its edition gives it no second one', async () => {
    await world.say('/digest add ferries zone:UTC days:daily when_empty:note');
    await world.tickUntil('2026-11-23T08:05:00Z');
    const { items } = await world.say('/digest edit 1 at:09:00');
    expect(items.find(({ id }) => id === 'next')?.detail).toBe('Tue 24 Nov 09:00 UTC');
    await world.tickUntil('2026-11-23T10:00:00Z');
    expect(world.platform.posts.length).toBe(1);
  });

  test('edit may not make two of one, and changes the topic', async () => {
    await world.say('/digest add ferries');
    await world.say('/digest add ferries at:09:00');
    expect((await world.say('/digest edit 2 at:08:00')).problem?.code).toBe('digest-exists');
    expect((await world.say('/digest edit 2 topic:bridges')).topic).toBe('bridges');
  });

  test('remove says how to order the same again', async () => {
    await world.say('/digest add ferries at:07:15 days:mon,thu zone:UTC length:30s max:2 when_empty:note');
    const { note } = await world.say('/digest remove 1 confirm:yes');
    const again = note?.slice(note.indexOf('/digest add')) ?? '';
    const { items } = await world.say(again);
    expect(items[0]?.detail).toBe(
      '07:15 mon, thu UTC · next Mon 23 Nov 08:15 · 30s, up to 2 excerpts · posts a note if nothing is new'.replace(
        'Mon 23 Nov 08:15',
        'Thu 26 Nov 07:15',
      ),
    );
  });

  test('more, under what is new, goes on with what is new', async () => {
    await world.say('/digest add ferries zone:UTC days:daily length:30s max:1');
    await world.tickUntil('2026-11-23T08:05:00Z');
    for (const [nth, what] of ['stops for repairs', 'sank in the storm', 'was sold to a company'].entries())
      await world.arrive(
        `news/new-${nth}`,
        `The island ferry ${what} at the harbour on ${nth + 3} December 2026.`,
      );
    await world.tickUntil('2026-11-24T08:05:00Z');
    const digest = world.platform.posts.at(-1);
    expect(digest?.message.text).toContain('3 documents, 1 quoted');
    const conversation = `thread ${digest?.messageId}`;
    const texts: string[] = pointsOf(digest).map(({ text }) => text);
    for (let asked = 0; asked < 4; asked++) {
      const { points } = await world.say('more', { conversation });
      texts.push(...points.map(({ text }) => text));
    }
    expect(texts.filter((text) => text.includes('December')).length).toBe(3);
    expect(texts.filter((text) => text.includes('crowns'))).toEqual([]);
  });

  test('a number is not given again while its editions are known', async () => {
    await world.say('/digest add ferries');
    await world.say('/digest run 1');
    await world.say('/digest remove 1 confirm:yes');
    const { items } = await world.say('/digest add ferries');
    expect(items[0]?.id).toBe('2');
  });

  test('a topic that is no more pauses its digest', async () => {
    await world.say('/topics add lamps query:"harbour lamps" title:Lamps');
    await world.say('/digest add lamps zone:UTC days:daily');
    await world.say('/topics remove lamps');
    await world.tickUntil('2026-11-23T08:05:00Z');
    expect((await world.say('/digest list')).items[0]?.detail).toContain(
      'paused: there is no topic lamps for this channel',
    );
    expect(world.platform.told[0]?.text).toContain('no topic lamps');
  });

  test('/status names what comes next, and for managers what is unconfirmed', async () => {
    await world.say('/digest add ferries zone:UTC days:daily');
    world.platform.script({ accepted: false, posted: SAYS.unknown });
    world.platform.scriptLookup({ kind: 'cannot-search', detail: 'no scope', forGood: true });
    await world.tickUntil('2026-11-23T08:10:00Z');
    const details = async (manager: boolean) =>
      (await world.say('/status', { manager })).items.map(({ id, detail }) => `${id}: ${detail}`).join('\n');
    expect(await details(false)).toContain('next digest: Tue 24 Nov 08:00 UTC, number 1 on ferries');
    expect(await details(false)).not.toContain('unconfirmed');
    expect(await details(true)).toContain('unconfirmed digests: 1 may not have arrived');
  });
});

describe('what nothing is new to', () => {
  const silent = async (order: string) => {
    const world = await openDigestWorld({
      begins: '2026-11-23T07:30:00Z',
      documents: { 'news/fares': FARES },
    });
    await world.say(`/digest add ferries zone:UTC days:daily ${order}`);
    await world.tickUntil('2026-11-23T08:05:00Z');
    for (const day of ['24', '25', '26', '27', '28', '29', '30']) {
      world.setClock(`2026-11-${day}T07:59:00Z`);
      await world.tickUntil(`2026-11-${day}T08:05:00Z`);
    }
    return world.platform.posts.slice(1).map(({ message }) => message.text);
  };

  test('is skipped, and after five silent days one line says that all is well', async () => {
    const texts = await silent('');
    expect(texts.length).toBe(1);
    expect(texts[0]).toContain('All is well: nothing new since Mon 23 Nov 08:00.');
  });

  test('is noted each day where that was ordered', async () => {
    const texts = await silent('when_empty:note');
    expect(texts.length).toBe(7);
    expect(texts[0]).toContain('Nothing new since Mon 23 Nov 08:00.');
  });
});
