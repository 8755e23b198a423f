import { beforeEach, describe, expect, test } from 'vitest';
import type { CollectionId, Document } from '../../../src/core/library/documents/document.ts';
import { phraseName, subjectNamed } from '../../../src/core/library/topics/phrase-topic.ts';
import type { Digest } from '../../../src/core/news/digest.ts';
import { type DigestChannel, minute, openDigestChannel } from '../../fakes/digest-channel.ts';
import { createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island', collections: null, synonyms: [] },
  aspects: [{ label: 'Fares', terms: ['fares', 'tickets'] }],
};
const OLD = createDocument('harbour/old', {
  text: 'The ferry to the island has sailed from the western quay since the war.',
});
const ZOO = createDocument('harbour/zoo', {
  text: 'Two young bears were born at the zoo, and visitors may see them from Sunday.',
});
const STORM = createDocument('harbour/storm', {
  publisher: 'Herald',
  text: 'The ferry to the island lost its rudder in a storm, and forty passengers were towed home.',
});
const FARES = createDocument('harbour/fares', {
  publisher: 'Gazette',
  text: 'Tickets for the ferry to the island will be dearer, the council decided after a long debate.',
});

const BANK = createDocument('harbour/bank', { text: 'The bank on the island was closed on Monday.' });

const ZOO_AT_NIGHT = createDocument('harbour/night', { text: 'Owls fly at the zoo by night.' });

/** Another text of a document. */
const textOf = (text: string) => {
  const { sha256 } = createDocument('harbour/any', { text });
  return { text, sha256 };
};

let channel: DigestChannel;

beforeEach(async () => {
  channel = await openDigestChannel({ topic: TOPIC });
  await channel.arrive(-600, OLD, ZOO);
});

const quoted = ({ quotations }: Digest) => quotations.map(({ excerpt }) => excerpt.document.id);

describe('a first edition', () => {
  test('is a brief on the topic', async () => {
    const digest = await channel.edition(0);
    expect(digest).toMatchObject({ content: { first: true }, news: 1, more: false });
    expect(quoted(digest)).toEqual([OLD.id]);
  });

  test('is no longer than its length, whatever the most that was ordered', async () => {
    const many = Array.from({ length: 12 }, (_, n) => ferryStory(n));
    const short = await openDigestChannel({ topic: TOPIC, order: { length: '30s', max: 9 } });
    await short.arrive(-600, ...many);
    const digest = await short.edition(0);
    expect([digest.quotations.length, digest.more]).toEqual([2, true]);
    const one = await openDigestChannel({ topic: TOPIC, order: { length: '3m', max: 1 } });
    await one.arrive(-600, ...many);
    expect((await one.edition(0)).quotations).toHaveLength(1);
  });

  test('leaves out what an extra edition has shown', async () => {
    await channel.arrive(-500, STORM);
    const { content } = await channel.preview(0, { length: '3m', max: 1 });
    const digest = await channel.preview(1, { before: [content] });
    expect(quoted(digest)).toHaveLength(1);
    expect(quoted(digest)).not.toContain(content.shown[0]?.document);
  });

  test('quotes nothing where the corpus has nothing on the topic', async () => {
    await channel.remove(OLD);
    await channel.arrive(-500, BANK);
    expect(await channel.edition(0)).toMatchObject({
      ...{ content: { first: true }, quotations: [], news: 0, more: false },
    });
  });

  test('is not followed by what it could have shown', async () => {
    await channel.arrive(-10, ...Array.from({ length: 12 }, (_, n) => ferryStory(n)));
    expect((await channel.edition(0)).more).toBe(true);
    expect(await channel.edition(60)).toMatchObject({ news: 0, quotations: [] });
  });
});

describe('a later edition', () => {
  beforeEach(() => channel.edition(0));

  test('has nothing when nothing is new', async () => {
    expect(await channel.edition(60)).toMatchObject({ news: 0, quotations: [], more: false });
  });

  test('quotes what is new, word for word', async () => {
    await channel.arrive(30, STORM);
    const digest = await channel.edition(60);
    expect(digest).toMatchObject({ news: 1 });
    expect(digest.quotations.map(({ excerpt }) => excerpt.text)).toEqual([STORM.text]);
  });

  test('is not about something else that is new', async () => {
    const aquarium = createDocument('harbour/aquarium', {
      text: 'The aquarium on the island got new seals.',
    });
    await channel.arrive(
      30,
      aquarium,
      createDocument('harbour/tram', { text: 'A tram derailed on Monday.' }),
    );
    expect(await channel.edition(60)).toMatchObject({ news: 0, quotations: [] });
  });

  test('is not about what is named in passing', async () => {
    const other = (n: number) =>
      `Chapter ${n} tells of the keeper, his lamp, his dog and the winter of that year.`;
    const book = [...Array.from({ length: 40 }, (_, n) => other(n)), 'Once he took a ferry.', other(41)];
    const text = [...book, 'He was born on an island.', other(42)].join('\n\n');
    await channel.arrive(30, createDocument('harbour/book', { text }));
    expect(await channel.edition(60)).toMatchObject({ news: 0, quotations: [] });
  });

  test('takes the best of nothing for nothing', async () => {
    await channel.remove(OLD);
    await channel.arrive(30, BANK);
    expect(await channel.edition(60)).toMatchObject({ news: 0, quotations: [] });
  });

  test('asks what changed in documents on its topic only', async () => {
    await channel.arrive(30, { ...OLD, ...textOf(`${OLD.text} The ferry to the island sails at noon.`) });
    await channel.arrive(30, { ...ZOO, ...textOf(`${ZOO.text} The zoo is open at noon.`) });
    await channel.edition(60);
    expect([...channel.read.revisions]).toEqual([OLD.id]);
  });

  test('on a phrase asks what changed in documents with the phrase only', async () => {
    await channel.arrive(30, { ...OLD, ...textOf(`${OLD.text} The ferry to the island sails at noon.`) });
    await channel.arrive(30, { ...ZOO, ...textOf(`${ZOO.text} The zoo is open at noon.`) });
    const phrase = subjectNamed(phraseName('western quay'), []);
    await channel.preview(60, { topic: phrase ?? TOPIC });
    expect([...channel.read.revisions]).toEqual([OLD.id]);
  });

  test('that keeps to a tag reads no text to see what is tagged', async () => {
    await channel.arrive(30, ZOO_AT_NIGHT);
    const filter = { since: null, before: null, publishers: null, tags: ['primary'] };
    expect((await channel.preview(60, { filter })).news).toBe(0);
    expect(channel.read.texts).not.toContain(ZOO_AT_NIGHT.id);
  });

  test('does not repeat what the one before reported', async () => {
    await channel.arrive(30, STORM);
    expect((await channel.edition(60)).news).toBe(1);
    expect((await channel.edition(90)).news).toBe(0);
    expect((await channel.edition(300)).news).toBe(0);
  });

  test('reports what an edition before counted and had no budget for no more', async () => {
    await channel.arrive(30, ...Array.from({ length: 12 }, (_, n) => ferryStory(n)));
    const full = await channel.edition(60);
    expect([full.news, full.quotations.length, full.more]).toEqual([12, 5, true]);
    expect((await channel.edition(90)).news).toBe(0);
  });

  test('takes up what became known a little after it was first seen', async () => {
    await channel.edition(60);
    await channel.arrive(45, STORM);
    expect((await channel.edition(120)).news).toBe(1);
    expect((await channel.edition(121)).news).toBe(0);
  });

  test('leaves what was seen after its end to the next', async () => {
    await channel.arrive(61, STORM);
    expect((await channel.edition(60)).news).toBe(0);
    expect((await channel.edition(120)).news).toBe(1);
  });

  test('leaves what nobody has noted as seen to the next', async () => {
    await channel.arrive(null, STORM);
    expect((await channel.edition(60)).news).toBe(0);
    await channel.arrive(70, STORM);
    expect((await channel.edition(120)).news).toBe(1);
  });

  test('has no news when the clock went back', async () => {
    expect((await channel.edition(-300)).news).toBe(0);
  });

  test('says nothing of a document that is gone', async () => {
    await channel.arrive(30, STORM, FARES);
    await channel.remove(STORM);
    const digest = await channel.edition(60);
    expect([digest.news, quoted(digest)]).toEqual([1, [FARES.id]]);
  });

  test('labels what is certainly on one side', async () => {
    await channel.arrive(30, STORM, FARES);
    const labels = new Map(
      (await channel.edition(60)).quotations.map(({ excerpt, label }) => [excerpt.document.id, label]),
    );
    expect([labels.get(STORM.id), labels.get(FARES.id)]).toEqual([null, 'Fares']);
  });

  test('is the same whenever it is composed again', async () => {
    await channel.arrive(30, STORM, FARES);
    expect(await channel.preview(60)).toEqual(await channel.preview(60));
  });

  test('after an extra one leaves out what that reported', async () => {
    await channel.arrive(30, STORM);
    const extra = await channel.preview(40);
    await channel.arrive(50, FARES);
    const digest = await channel.preview(60, { before: [...channel.before, extra.content] });
    expect(quoted(digest)).toEqual([FARES.id]);
  });
});

describe('a changed document', () => {
  const CHANGED = createDocument('harbour/old', {
    text: `${OLD.text}\n\nA second ferry to the island will be built for the summer by a yard in Norway.`,
  });

  beforeEach(() => channel.edition(0));

  test('is quoted with what the channel has not been shown', async () => {
    await channel.arrive(30, CHANGED);
    const digest = await channel.edition(60);
    expect(digest.quotations.map(({ excerpt }) => excerpt.text)).toEqual([CHANGED.text.split('\n\n')[1]]);
  });

  test('comes after new ones, however good', async () => {
    const asks = createDocument('harbour/asks', { text: 'Will they ever sell the old ferry to the island?' });
    await channel.arrive(30, CHANGED);
    await channel.arrive(35, asks);
    expect(quoted(await channel.preview(60, { length: '3m', max: 1 }))).toEqual([asks.id]);
    expect(quoted(await channel.edition(60))).toEqual([asks.id, OLD.id]);
  });

  test('is read after all that is new, and has its place before anything new is quoted twice', async () => {
    const both = createDocument('harbour/both', { text: `${STORM.text}\n\n${ferryStory(3).text}` });
    await channel.arrive(30, CHANGED, both);
    const two = await channel.preview(60, { length: '3m', max: 2 });
    expect(quoted(two)).toEqual([both.id, OLD.id]);
    expect(quoted(await channel.edition(60))).toEqual([both.id, both.id, OLD.id]);
  });

  test('is not quoted in a version that nobody has noted as seen', async () => {
    await channel.arrive(30, CHANGED);
    await channel.arrive(null, createDocument('harbour/old', { text: `${CHANGED.text}\n\n${STORM.text}` }));
    expect((await channel.edition(60)).news).toBe(0);
  });

  test('that says nothing new is no news', async () => {
    await channel.arrive(30, createDocument('harbour/old', { text: OLD.text.replace('sailed', 'sailed, ') }));
    expect(await channel.edition(60)).toMatchObject({ news: 0, quotations: [] });
  });

  test('set back to what it was is no news', async () => {
    await channel.arrive(30, CHANGED);
    await channel.edition(60);
    await channel.arrive(70, OLD);
    expect((await channel.edition(120)).news).toBe(0);
  });
});

describe('the mix', () => {
  test('has other publishers before the same again, and other documents before one twice', async () => {
    const by = (n: number, publisher: string) => ferryStory(n, { publisher });
    await channel.edition(0);
    await channel.arrive(
      30,
      by(0, 'Herald'),
      by(1, 'Herald'),
      by(2, 'Herald'),
      by(3, 'Gazette'),
      by(4, 'Post'),
    );
    const publishers = (await channel.edition(60)).quotations.map(
      ({ excerpt }) => excerpt.document.publisher,
    );
    expect(new Set(publishers.slice(0, 3))).toEqual(new Set(['Herald', 'Gazette', 'Post']));
    expect(publishers).toHaveLength(5);
  });

  test('has something else before the second of a template, and counts what found no budget', async () => {
    await channel.edition(0);
    const places = ['Oslo', 'Bergen', 'Narvik', 'Hamar', 'Molde', 'Larvik', 'Skien', 'Moss'];
    const counts = places.map((place, n) =>
      createDocument(`harbour/count${n}`, {
        text: `${place} counted ${n + 20} visitors on the ferry to the island on day ${n}.`,
      }),
    );
    await channel.arrive(30, ...counts, STORM, FARES);
    const { quotations, news, content, more } = await channel.edition(60);
    const first = quotations.slice(0, 3).map(({ excerpt }) => excerpt.document.id);
    expect(first).toEqual(expect.arrayContaining([STORM.id, FARES.id]));
    expect([news, content.documents.length, more]).toEqual([10, 10, true]);
  });

  test('has no document more than twice, even when it is the only one', async () => {
    await channel.edition(0);
    const text = Array.from({ length: 9 }, (_, n) => ferryStory(n).text).join('\n\n');
    await channel.arrive(30, createDocument('harbour/long', { text }));
    const digest = await channel.edition(60);
    expect([digest.quotations.length, digest.news]).toEqual([2, 1]);
  });

  test('keeps to the most excerpts and to the characters of its length', async () => {
    const short = await openDigestChannel({ topic: TOPIC, order: { length: '30s', max: 4 } });
    await short.edition(0);
    await short.arrive(30, ...Array.from({ length: 12 }, (_, n) => ferryStory(n)));
    const { quotations } = await short.edition(60);
    const characters = quotations.reduce((sum, { excerpt }) => sum + excerpt.text.length, 0);
    expect(quotations.length).toBeGreaterThan(1);
    expect(quotations.length).toBeLessThanOrEqual(4);
    expect(characters).toBeLessThanOrEqual(320);
  });
});

describe('an audience', () => {
  const SECRET = createDocument('secret/storm', { publisher: 'Herald', text: STORM.text });
  const ruled = (audience = LOCAL) =>
    openDigestChannel({
      ...{ topic: TOPIC, audience },
      collections: [{ id: 'secret' as CollectionId, title: null, readable: ['terminal:local/terminal'] }],
    });

  test('that may read a collection is told of it', async () => {
    const insiders = await ruled();
    await insiders.edition(0);
    await insiders.arrive(30, SECRET);
    expect((await insiders.edition(60)).news).toBe(1);
  });

  test('that may not hears nothing of it, not even a number', async () => {
    const outsiders = await ruled({ ...LOCAL, channel: 'elsewhere' });
    await outsiders.arrive(-600, OLD, ZOO);
    await outsiders.edition(0);
    await outsiders.arrive(30, SECRET, FARES);
    const digest = await outsiders.edition(60);
    expect([digest.news, quoted(digest), digest.more]).toEqual([1, [FARES.id], false]);
    expect(JSON.stringify([digest, ...digest.copies])).not.toContain('secret');
  });

  test('hears of a collection when it is opened within the hour', async () => {
    const outsiders = await ruled({ ...LOCAL, channel: 'elsewhere' });
    await outsiders.edition(0);
    await outsiders.arrive(30, SECRET);
    await outsiders.edition(60);
    const opened = await outsiders.preview(80, { since: minute(60), audience: LOCAL });
    expect(opened.news).toBe(1);
  });

  test('of a topic on some collections hears of these alone', async () => {
    const narrow = await openDigestChannel({ topic: { ...TOPIC, collections: ['harbour' as CollectionId] } });
    await narrow.edition(0);
    await narrow.arrive(30, createDocument('other/storm', { text: STORM.text }));
    expect((await narrow.edition(60)).news).toBe(0);
  });
});

const THINGS =
  'rudder anchor funnel galley bridge cabin engine propeller mast whistle compass lifeboat'.split(' ');
const FATES =
  'repaired painted stolen auctioned blessed flooded inspected polished insured photographed'.split(' ');

/** A story of its own about the ferry. */
function ferryStory(n: number, facts: Partial<Document> = {}): Document {
  const [thing, fate] = [THINGS[n % THINGS.length], FATES[n % FATES.length]];
  return createDocument(`harbour/story${n}`, {
    text: `The ferry to the island had its ${thing} ${fate} by ${n + 3} people.`,
    ...facts,
  });
}
