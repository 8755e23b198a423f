import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { openLocalChat } from '../../fakes/local-chat.ts';

const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island', collections: null },
  ...{ synonyms: [], aspects: [] },
};
const timeline = async (...documents: Parameters<typeof createContents>[0]) =>
  (await openLocalChat(createContents(documents, [TOPIC]))).say('/brief ferry 3m style:timeline');

const STATED = createDocument('harbour/stated', {
  text: 'The ferry to the island was sold in May 2023.\n\nThe ferry to the island was built in 1999.',
});
const REPORTED = createDocument('harbour/reported', {
  published: '2024-07-10',
  text: 'The ferry to the island will sail again, the council said on Tuesday.',
});
const UNDATED = createDocument('harbour/undated', { text: 'The ferry to the island is painted blue.' });

describe('a timeline', () => {
  test('begins with the newest date, with what has none last', async () => {
    const { kind, points } = await timeline(UNDATED, REPORTED, STATED);
    expect(kind).toBe('brief');
    expect(points.map(({ date, dateIsRelative }) => [date, dateIsRelative])).toEqual([
      ['2024-07-10', true],
      ['2023-05', false],
      ['1999', false],
      [null, false],
    ]);
  });

  test('numbers its sources in that order', async () => {
    const { points, sources } = await timeline(UNDATED, REPORTED, STATED);
    expect(points.map(({ citation }) => citation)).toEqual([1, 2, 2, 3]);
    expect(sources.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('says the dates in the bot’s own words, and what has none apart', async () => {
    const { text } = await timeline(UNDATED, REPORTED, STATED);
    const lines = text.split('\n').filter((line) => /“The|Undated/.test(line));
    expect(lines.map((line) => line.slice(0, 28))).toEqual([
      '10 Jul 2024 (reported): “The',
      'May 2023: “The ferry to the ',
      '1999: “The ferry to the isla',
      'Undated:',
      '“The ferry to the island is ',
    ]);
  });

  test('without any date says so once', async () => {
    const other = createDocument('harbour/other', { text: 'The island lost its ferry in a storm.' });
    const { kind, text, note } = await timeline(UNDATED, other);
    expect([kind, note]).toEqual(['brief', 'None of these has a date.']);
    expect(text.match(/date\b(?! unknown)/g)).toHaveLength(1);
  });

  test('with a date says where it ends', async () => {
    expect((await timeline(UNDATED, STATED)).note).toBe(
      'Newest first, back to 1999. Nothing found on this in 2 documents is later than May 2023 or earlier than 1999.',
    );
  });

  test('says that there is more beyond its ends, or nothing', async () => {
    const of = (year: number) =>
      createDocument(`harbour/${year}`, {
        text: `The ferry to the island hit the ${['pier', 'rock', 'buoy'][year - 2001]} in ${year}.`,
      });
    const chat = await openLocalChat(createContents([of(2001), of(2002), of(2003)], [TOPIC]));
    const { points, note } = await chat.say('/brief ferry 30s style:timeline');
    const [newest, oldest] = points.map(({ date }) => date);
    expect(note).toContain(newest === '2003' ? 'is later than 2003' : 'There is more after');
    expect(note).toContain(oldest === '2001' ? 'is earlier' : 'There is more before');
    expect((await chat.say('more')).note).toMatch(
      /^3 of 3\. Newest first, back to \d{4}\. Nothing else found on this in 3 documents is later or earlier\.$/,
    );
  });

  test('puts a day before its month and a month before its year', async () => {
    const of = (id: string, when: string) =>
      createDocument(`harbour/${id}`, { text: `The ferry to the island ${id} ${when}.` });
    const { points } = await timeline(
      of('sank', 'on 3 May 2023'),
      of('sailed north', 'in May 2023'),
      of('burned twice', 'in 2023'),
    );
    expect(points.map(({ date }) => date)).toEqual(['2023-05-03', '2023-05', '2023']);
  });

  test('leaves out what is about something else, however dated', async () => {
    const other = createDocument('harbour/other', { text: 'The mayor was born on 3 May 1950.' });
    const { points } = await timeline(STATED, other);
    expect(points.map(({ document }) => document)).not.toContain(other.id);
  });

  test('goes on with “more”', async () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      createDocument(`harbour/d${n}`, {
        text: `The ferry to the island hit the ${'pier rock buoy quay whale mole wreck reef bank'.split(' ')[n]} in 200${n}.`,
      }),
    );
    const chat = await openLocalChat(createContents(many, [TOPIC]));
    const first = await chat.say('/brief ferry 30s style:timeline');
    const second = await chat.say('more');
    expect(second.points.every(({ date }) => date !== null)).toBe(true);
    const places = [...first.points, ...second.points].map(({ document }) => document);
    expect(new Set(places).size).toBe(places.length);
  });

  test('of nothing says so', async () => {
    expect(await timeline(createDocument('harbour/x', { text: 'It rained.' }))).toMatchObject({
      kind: 'nothing',
      points: [],
    });
  });

  test('quotes word for word and in order, whatever the documents', async () => {
    const when = fc.constantFrom(
      'in 2001',
      'on 3 May 2002',
      'in May 2002',
      'in May',
      'on 31 February 2003',
      '',
    );
    const sentence = fc
      .tuple(fc.constantFrom('ferry', 'island', 'ferry island', 'lamp'), fc.nat(99), when)
      .map(([what, n, date]) => `The ${what} number ${n} was seen ${date}.`);
    const files = fc.array(
      fc.record({
        text: fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join('\n\n')),
        published: fc.constantFrom(null, '2002', '2002-05', '2024-07-10'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(files, async (facts) => {
        const documents = facts.map((each, at) => createDocument(`harbour/${at}`, each));
        const { points } = await timeline(...documents);
        for (const { document, start, end, text } of points)
          expect(documents.find(({ id }) => id === document)?.text.slice(start, end)).toBe(text);
        const order = points.map(({ date }) => date ?? '0');
        expect(order).toEqual([...order].sort().reverse());
      }),
      { numRuns: 25 },
    );
  });
});

test('a timeline goes on without the sentences of other documents that it has quoted word for word', async () => {
  const sold = 'The ferry to the island was sold in May 2023.';
  const chat = await openLocalChat(
    createContents(
      [
        createDocument('harbour/one', { text: `${sold}\n\nThe island has its own ferry since March 2021.` }),
        createDocument('harbour/two', {
          text: `The pier is new. ${sold}\n\nThe old ferry to the island sank in 1999.`,
        }),
        createDocument('harbour/three', {
          text: `${sold} Nobody minded.\n\nThe island lost its first ferry in 1950.`,
        }),
      ],
      [TOPIC],
    ),
  );
  const texts: string[] = [];
  let reply = await chat.say('/brief ferry 30s style:timeline');
  for (; reply.points.length > 0; reply = await chat.say('more')) {
    texts.push(...reply.points.map(({ text }) => text));
    if (!reply.more) break;
  }
  expect(texts.filter((text) => text.includes(sold))).toHaveLength(1);
});
