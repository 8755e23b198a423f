import { beforeEach, describe, expect, test } from 'vitest';
import type { Grade } from '../../../src/core/library/documents/grade.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import { type DigestWorld, openDigestWorld } from '../../fakes/digest-world.ts';
import type { DocumentFacts } from '../../fakes/documents.ts';

const fares = (nth: number, facts: Partial<DocumentFacts> = {}): DocumentFacts => ({
  text: `The island ferry will cost ${nth} crowns from ${nth} May. The harbour council raised the fares by ${nth} per cent.`,
  ...facts,
});
const PRIMARY = { tags: ['primary'], grade: 'B2' as Grade };

let world: DigestWorld;

beforeEach(async () => {
  const documents = { 'news/rumour': fares(7), 'news/notice': fares(9, PRIMARY) };
  world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents });
});

/** The documents that each post quotes. */
const quoted = () =>
  world.platform.posts.map(({ message }) => jsonReply(message).sources.map(({ document }) => document));

describe('a digest that keeps to a tag or a grade', () => {
  test('quotes and counts only such documents, at first and later, and says so', async () => {
    const { items } = await world.say('/digest add ferries days:daily tag:primary grade:c');
    expect(items[0]?.detail).toContain(
      '08:00 daily Europe/London, only documents tagged primary, graded C or better · next',
    );
    await world.tickUntil('2026-11-23T08:05:00Z');
    await world.arrive('news/gossip', fares(11));
    await world.arrive('news/decree', fares(12, PRIMARY));
    await world.arrive('news/denial', fares(13, { ...PRIMARY, grade: 'E' as Grade }));
    await world.tickUntil('2026-11-24T08:05:00Z');
    expect(quoted()).toEqual([['news/notice'], ['news/decree']]);
    const [first, later] = world.platform.posts.map(({ message }) => message.text);
    expect(first).toContain('First digest · 1 document');
    expect(later).toContain('1 document\n');
    for (const text of [first, later])
      expect(text).toContain('Only documents tagged primary, graded C or better.');
  });

  test('shares nothing with the same digest on all documents', async () => {
    await world.say('/digest add ferries tag:primary');
    expect((await world.say('/digest add ferries')).kind).toBe('list');
    expect((await world.say('/digest add ferries tag:primary')).problem?.code).toBe('digest-exists');
    expect((await world.say('/digest list')).items).toHaveLength(2);
    expect((await world.say('/digest preview 2')).sources).toHaveLength(2);
    expect((await world.say('/digest preview 1')).sources).toHaveLength(1);
  });

  test('that no document passes has nothing to show', async () => {
    await world.say('/digest add ferries grade:A1');
    expect((await world.say('/digest preview 1')).note).toBe('Nothing to show yet.');
  });

  test('is widened and narrowed again', async () => {
    await world.say('/digest add ferries tag:primary grade:B2');
    expect((await world.say('/digest edit 1 tag:all')).items[0]?.detail).toContain(
      'Europe/London, only documents graded B2 or better ·',
    );
    expect((await world.say('/digest edit 1 grade:all tag:primary')).items[0]?.detail).toContain(
      'Europe/London, only documents tagged primary ·',
    );
  });

  test('names them in the command that orders it again', async () => {
    await world.say('/digest add ferries tag:primary grade:b2');
    expect((await world.say('/digest remove 1 confirm:yes')).note).toContain('tag:primary grade:B2');
  });

  test('on a tag that no document has, or what is no grade, is refused', async () => {
    expect((await world.say('/digest add ferries tag:primry')).note).toBe(
      'No document is tagged "primry". Did you mean primary?',
    );
    expect((await world.say('/digest add ferries grade:G9')).problem?.code).toBe('invalid-option');
    expect((await world.say('/digest list')).items).toEqual([]);
  });
});

describe('an alert that keeps to a tag', () => {
  const minutes = async (count: number) => {
    for (let nth = 0; nth < count; nth++) await world.tick();
  };

  test('posts only what has it, also what gets it after it came', async () => {
    await world.say('/digest add ferries when:now tag:primary');
    world.pass(1000);
    await world.arrive('news/gossip', fares(11));
    await minutes(5);
    expect(world.platform.posts).toEqual([]);
    await world.arrive('news/gossip', fares(11, PRIMARY));
    await minutes(3);
    expect(quoted()).toEqual([['news/gossip']]);
    expect(world.platform.posts[0]?.message.text).toContain('Only documents tagged primary.');
  });

  test('counts documents for what it posts only', async () => {
    await world.say('/digest add ferries when:now tag:primary');
    world.pass(1000);
    const count = world.library.count.bind(world.library);
    let counts = 0;
    world.library.count = (...asked) => {
      counts++;
      return count(...asked);
    };
    await world.arrive('news/gossip', fares(11));
    await minutes(5);
    expect(counts).toBe(0);
    await world.arrive('news/decree', fares(12, PRIMARY));
    await minutes(3);
    expect([counts, quoted()]).toEqual([1, [['news/decree']]]);
  });

  test('on a phrase too, and names a search for the rest that keeps to it', async () => {
    await world.say('/digest add "island ferry" when:now tag:primary max:1');
    world.pass(1000);
    await world.arrive('news/gossip', fares(11));
    await world.arrive('news/decree', fares(12, PRIMARY));
    await world.arrive('news/statute', fares(14, PRIMARY));
    await minutes(3);
    expect(quoted()).toEqual([['news/decree']]);
    expect(world.platform.posts[0]?.message.text).toContain('/search tag:primary "island ferry"');
  });
});
