import { describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../../fakes/documents.ts';
import { openLocalChat } from '../../../fakes/local-chat.ts';

const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island Lund', collections: null },
  ...{ synonyms: [], aspects: [] },
};
const open = (...documents: Parameters<typeof createContents>[0]) =>
  openLocalChat(createContents(documents, [TOPIC]));
const differences = async (...documents: Parameters<typeof createContents>[0]) =>
  (await open(...documents)).say('/brief ferry 3m style:differences');
const document = (id: string, text: string, published: string | null = null) =>
  createDocument(`harbour/${id}`, { text, published });

const OLD = document('old', 'The Lund ferry to the island cost 31 million dollars to build.', '2023-05-02');
const NEW = document('new', 'The Lund ferry to the island cost 42 million dollars to build.', '2024-07-10');

describe('differences', () => {
  test('stand side by side with their dates, newest first, under what they share', async () => {
    const { kind, points, text, note } = await differences(OLD, NEW);
    expect(kind).toBe('brief');
    expect(points.map((point) => [point.document, point.date])).toEqual([
      ['harbour/new', '2024-07-10'],
      ['harbour/old', '2023-05-02'],
    ]);
    expect(new Set(points.map(({ group }) => group)).size).toBe(1);
    expect(points[0]?.group).toMatch(/Lund ferry to the island cost/);
    expect(text).toContain(`${points[0]?.group}\n10 Jul 2024 (reported): “The Lund ferry`);
    expect(note).toBe('Side by side, newest first.');
    expect(text).not.toMatch(/contradict/i);
  });

  test('mark where the words they share leave others out', async () => {
    const { points } = await differences(
      document('one', 'The harbour office of Lund said that the ferry to the island carried 310 passengers.'),
      document('two', 'The harbour office of Lund reported: the ferry to the island carried 420 passengers.'),
    );
    expect(points[0]?.group).toBe('harbour office of Lund … ferry to the island carried');
  });

  test('claim no order where no document has a date', async () => {
    const { kind, note } = await differences({ ...OLD, published: null }, { ...NEW, published: null });
    expect([kind, note]).toEqual(['brief', 'Side by side.']);
  });

  test.each([
    [
      'numbers of one document',
      'The Lund ferry to the island cost 31 million dollars to build. The Lund ferry to the island cost 42 million dollars to build.',
      'Nobody knows.',
    ],
    [
      'the same number, rounded',
      OLD.text,
      'The Lund ferry to the island cost 31.2 million dollars to build.',
    ],
    [
      'a bound that leaves room',
      OLD.text,
      'The Lund ferry to the island cost more than 30 million dollars to build.',
    ],
    ['numbers of two names', OLD.text, 'The Dyk ferry to the island cost 42 million dollars to build.'],
    [
      'years in names of two things',
      'The people of the harbour thank those who filled in the 2023 Lund Ferry Survey.',
      'The people of the harbour thank those who filled in the 2024 Lund Ferry Survey.',
    ],
    [
      'numbers of two times',
      'In 2003 the Lund ferry to the island carried 310 people.',
      'In 2004 the Lund ferry to the island carried 420 people.',
    ],
    ['numbers in two units', OLD.text, 'The Lund ferry to the island cost 42 million euros to build.'],
    [
      'ages',
      'The captain of the Lund ferry to the island, 31, is ill.',
      'The captain of the Lund ferry to the island, 42, is ill.',
    ],
    [
      'pages',
      'See page 31 about the Lund ferry to the island.',
      'See page 42 about the Lund ferry to the island.',
    ],
    [
      'up and down',
      'The fares of the Lund ferry to the island rose by 31%.',
      'The fares of the Lund ferry to the island fell by 42%.',
    ],
  ])('are not %s', async (_what, one, other) => {
    expect(await differences(document('a', one), document('b', other))).toMatchObject({
      ...{ kind: 'nothing', points: [] },
      note: 'No differing numbers or dates found in 2 documents.',
    });
  });

  test('of dates are found', async () => {
    const { points } = await differences(
      document('a', 'The Lund ferry to the island will sail again on 3 May 2025.'),
      document('b', 'The Lund ferry to the island will sail again on 9 June 2025.'),
    );
    expect(points).toHaveLength(2);
  });

  test('in what people say come after those in numbers', async () => {
    const { points } = await differences(
      ...[OLD, NEW],
      document('c', 'Minister Ada Berg said the Lund ferry of the island harbour must be repaired.'),
      document('d', 'Minister Jan Dyk said the Lund ferry of the island harbour must be scrapped.'),
    );
    expect(points.map((point) => point.document)).toEqual([
      'harbour/new',
      'harbour/old',
      'harbour/c',
      'harbour/d',
    ]);
  });

  test('go on with “more” until none is left', async () => {
    const fares = [31, 42].map((fare) =>
      document(`fare${fare}`, `Lund fares for the ferry to the island are ${fare} euros each.`),
    );
    const chat = await open(OLD, NEW, ...fares);
    const first = await chat.say('/brief ferry 30s style:differences');
    expect([first.points.length, first.more]).toEqual([2, true]);
    const next = await chat.say('more');
    expect([next.points.length, next.more]).toEqual([2, false]);
    const places = [...first.points, ...next.points].map((point) => point.document);
    expect(new Set(places).size).toBe(4);
    expect(await chat.say('more')).toMatchObject({ kind: 'note' });
  });

  test('keep to the options given', async () => {
    const chat = await open(OLD, NEW);
    expect(await chat.say('/brief ferry style:differences since:2024')).toMatchObject({ kind: 'nothing' });
  });
});
