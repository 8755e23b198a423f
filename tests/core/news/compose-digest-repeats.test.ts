import { beforeEach, describe, expect, test } from 'vitest';
import type { CollectionId, Document } from '../../../src/core/library/documents/document.ts';
import type { Digest } from '../../../src/core/news/digest.ts';
import { type DigestChannel, minute, openDigestChannel } from '../../fakes/digest-channel.ts';
import { createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island', collections: null },
  ...{ synonyms: [], aspects: [] },
};
const SAID = 'The ferry to the island lost its rudder in a storm and was towed home by a trawler.';
const of = (id: string, text: string, facts: Partial<Document> = {}) =>
  createDocument(`harbour/${id}`, { text, ...facts });
const HERALD = { publisher: 'Herald' };

let channel: DigestChannel;

beforeEach(async () => {
  channel = await openDigestChannel({ topic: TOPIC });
  await channel.arrive(-600, of('zoo', 'Two young bears were born at the zoo on Monday.'));
  await channel.edition(0);
});

const quoted = ({ quotations }: Digest) => quotations.map(({ excerpt }) => excerpt.document.id);

describe('what a channel was shown', () => {
  beforeEach(async () => {
    await channel.arrive(30, of('storm', `${SAID}\n\n${report(0)}`, HERALD));
    expect(quoted(await channel.edition(60))).toContain('harbour/storm');
  });

  const next = async (text: string, facts: Partial<Document>) => {
    await channel.arrive(90, of('next', text, facts));
    return (await channel.edition(120)).quotations.map(({ excerpt }) => excerpt.text);
  };

  test.each([
    ['the same words', SAID],
    [
      'the same in other order',
      SAID.replace('in a storm and was towed home', 'and was towed home in a storm'),
    ],
    ['a part of it', 'The ferry to the island lost its rudder in a storm.'],
  ])('is not said again: %s', async (_what, text) => {
    expect(await next(text, HERALD)).toEqual([]);
  });

  test('is not said again by somebody of whom nothing is known', async () => {
    expect(await next(SAID, {})).toEqual([]);
  });

  test.each([
    ['number', SAID.replace('a trawler', '3 trawlers')],
    ['name', SAID.replace('a trawler', 'the trawler Marit')],
    ['date', SAID.replace('in a storm', 'in a storm on 3 May 2026')],
    ['denial', SAID.replace('was towed', 'was not towed')],
  ])('returns with a new %s', async (_what, text) => {
    expect(await next(text, HERALD)).toEqual([text]);
  });

  test('returns from a new source', async () => {
    expect(await next(SAID, { publisher: 'Gazette' })).toEqual([SAID]);
  });

  test('returns from that source once', async () => {
    await next(SAID, { publisher: 'Gazette' });
    await channel.arrive(150, of('third', SAID, { publisher: 'Gazette' }));
    expect((await channel.edition(180)).quotations).toEqual([]);
  });

  test('does not stand in the way of what else a document says', async () => {
    const other = 'A new ferry to the island will be ordered from a yard before the autumn.';
    expect(await next(`${SAID}\n\n${other}`, HERALD)).toEqual([other]);
  });
});

describe('near-identical copies', () => {
  const story = (lead: string) => [lead, ...Array.from({ length: 5 }, (_, n) => report(n))].join('\n\n');
  const STORY = of('story', story(SAID), { publisher: 'Agency', published: '2026-11-23' });
  const copy = (id: string, facts: Partial<Document> = {}, text = STORY.text) =>
    of(id, text, { publisher: id, published: '2026-11-24', ...facts });
  const EDITED: readonly (readonly [string, string])[] = [
    ['another headline', `Rough day at sea for those on board\n\n${STORY.text}`],
    ['a dateline', `NORTH HARBOUR, Nov. 24 (Agency) — ${STORY.text}`],
    ['a paragraph cut', STORY.text.replace(`${report(2)}\n\n`, '')],
    [
      'a byline and a few words changed',
      `By Ann Lee\n\n${STORY.text.replace('towed home', 'pulled to port')}`,
    ],
  ];

  test.each(EDITED)('are quoted once and all listed: %s', async (_what, text) => {
    await channel.arrive(30, STORY, copy('courier', {}, text), copy('echo', {}, text));
    const digest = await channel.edition(60);
    expect(digest.news).toBe(1);
    expect(new Set(quoted(digest))).toEqual(new Set([STORY.id]));
    expect([...digest.copies]).toEqual([[STORY.id, ['harbour/courier', 'harbour/echo']]]);
  });

  test.each(EDITED.slice(2))(
    'of what was shown are no news from the same source: %s',
    async (_what, text) => {
      await channel.arrive(30, STORY);
      expect((await channel.edition(60)).news).toBe(1);
      await channel.arrive(
        90,
        copy('courier', { publisher: 'Agency' }, text),
        copy('x', { publisher: null }, text),
      );
      expect(await channel.edition(120)).toMatchObject({ news: 0, quotations: [] });
    },
  );

  test.each(['Agency', null])(
    'of what was shown and is gone since are no news from %s',
    async (publisher) => {
      await channel.arrive(30, STORY);
      await channel.edition(60);
      await channel.remove(STORY);
      await channel.arrive(90, copy('courier', { publisher }));
      expect((await channel.edition(120)).news).toBe(0);
    },
  );

  test('of what was shown come once for each new source, with one excerpt', async () => {
    await channel.arrive(30, STORY);
    await channel.edition(60);
    await channel.arrive(90, copy('courier'));
    expect(quoted(await channel.edition(120))).toEqual(['harbour/courier']);
    await channel.arrive(150, copy('again', { publisher: 'courier' }));
    expect((await channel.edition(180)).news).toBe(0);
    await channel.arrive(210, copy('echo'));
    expect(quoted(await channel.edition(240))).toEqual(['harbour/echo']);
  });

  test('of what was shown come with a new number', async () => {
    const opened = (number: number, day: number) =>
      `The new ferry quay of the island welcomed ${number} guests of the town and the county on day ${day}.`;
    await channel.arrive(30, of('k0', opened(100, 0), HERALD));
    expect(quoted(await channel.edition(60))).toEqual(['harbour/k0']);
    await channel.arrive(90, of('k1', opened(250, 1), HERALD));
    expect(quoted(await channel.edition(120))).toEqual(['harbour/k1']);
  });

  test('are listed only if they hold what is quoted', async () => {
    const staff = (number: number) =>
      `The ferry to the island has opened its new quay in the harbour, with a staff of ${number}.`;
    await channel.arrive(30, of('a1', staff(12), HERALD), of('a2', staff(12), { publisher: 'Gazette' }));
    expect([...(await channel.edition(60)).copies.values()]).toEqual([['harbour/a2']]);
    await channel.arrive(90, of('a1', staff(15), HERALD));
    const digest = await channel.edition(120);
    expect([quoted(digest), digest.copies.size]).toEqual([['harbour/a1'], 0]);
  });

  test('do not come back one by one', async () => {
    await channel.arrive(30, STORY, copy('courier'));
    await channel.edition(60);
    expect((await channel.edition(90)).news).toBe(0);
  });

  test('do not come back when there was no budget for their story', async () => {
    const small = await openDigestChannel({ topic: TOPIC, order: { length: '30s', max: 1 } });
    await small.edition(0);
    const dull = (text: string) =>
      text.replace(SAID, 'Will the old ferry to the island be towed home once more?');
    const unquoted = [of('dull', dull(STORY.text)), copy('courier', {}, dull(STORY.text))];
    const other = of('other', 'The ferry to the island was sold.');
    await small.arrive(30, ...unquoted, other);
    const digest = await small.edition(60);
    expect([digest.news, quoted(digest)]).toEqual([2, [other.id]]);
    expect((await small.edition(90)).news).toBe(0);
  });

  test('of what an extra edition has shown are not in the first', async () => {
    const first = await openDigestChannel({ topic: TOPIC });
    await first.arrive(-600, STORY);
    const { content } = await first.preview(0);
    await first.remove(STORY);
    await first.arrive(-600, copy('courier'));
    expect((await first.preview(1, { before: [content] })).quotations).toEqual([]);
  });

  test('are spoken for by one whose publisher is known', async () => {
    await channel.arrive(30, copy('a', { publisher: null }), copy('courier'));
    const digest = await channel.edition(60);
    expect([quoted(digest)[0], digest.copies.get('harbour/courier' as Document['id'])]).toEqual([
      'harbour/courier',
      ['harbour/a'],
    ]);
  });

  test('are quoted once in a first edition, too', async () => {
    const first = await openDigestChannel({ topic: TOPIC });
    await first.arrive(-600, STORY, copy('courier', {}, EDITED[1]?.[1]));
    const digest = await first.edition(0);
    expect(new Set(quoted(digest))).toEqual(new Set([STORY.id]));
    expect([...digest.copies]).toEqual([[STORY.id, ['harbour/courier']]]);
  });

  test('that are old are listed with what is new', async () => {
    const known = await openDigestChannel({ topic: TOPIC });
    await known.arrive(-600, copy('courier'));
    await known.arrive(30, STORY);
    const digest = await known.preview(60, { since: minute(0) });
    expect([...digest.copies]).toEqual([[STORY.id, ['harbour/courier']]]);
  });

  test('that deny what is quoted are not listed', async () => {
    const denied = STORY.text.replace(SAID, `It is not true that ${SAID}`);
    await channel.arrive(30, STORY, copy('courier', {}, denied));
    const digest = await channel.edition(60);
    expect(quoted(digest)).toContain(STORY.id);
    expect(digest.copies.get(STORY.id) ?? []).toEqual([]);
  });

  test('that may not be read are not listed', async () => {
    const outsiders = await openDigestChannel({
      ...{ topic: TOPIC, audience: { ...LOCAL, channel: 'elsewhere' } },
      collections: [{ id: 'secret' as CollectionId, title: null, readable: ['terminal:local/terminal'] }],
    });
    await outsiders.edition(0);
    await outsiders.arrive(30, STORY, createDocument('secret/courier', { text: STORY.text }));
    const digest = await outsiders.edition(60);
    expect([digest.news, digest.copies.size]).toEqual([1, 0]);
  });

  test('are not other reports of the same event', async () => {
    const other = [
      'A trawler brought the island ferry back to harbour after the storm broke its rudder.',
      'Nobody among the passengers of the ferry was hurt, said the owner of the line.',
      'The island has no other ferry, and its shops expect to run short of bread by Friday.',
      'Divers will look at the hull once the wind has dropped below force six.',
    ].join('\n\n');
    await channel.arrive(30, STORY, copy('courier', {}, other));
    const digest = await channel.edition(60);
    expect([digest.news, digest.copies.size]).toEqual([2, 0]);
    expect(new Set(quoted(digest))).toEqual(new Set([STORY.id, 'harbour/courier']));
  });
});

const PEOPLE = ['the mayor', 'a deckhand', 'two nurses', 'an old fisherman', 'the harbour master'];
const DEEDS = [
  'waited on the pier',
  'rang the bell',
  'brought blankets',
  'saw the mast bend',
  'closed the gate',
];
const ENDS = ['until dawn', 'for hours', 'in the rain', 'through the window', 'with a lantern in hand'];

/** A paragraph that no other has. */
function report(n: number): string {
  const [who, did, how] = [PEOPLE[n], DEEDS[n], ENDS[n]];
  return `Late in the evening ${who} ${did} ${how}, which neighbours talked about at length afterwards.`;
}
