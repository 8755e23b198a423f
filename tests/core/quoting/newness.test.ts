import { describe, expect, test } from 'vitest';
import { asksForLatest, lastnessAmong, newnessAmong } from '../../../src/core/quoting/newness.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { openLocalChat } from '../../fakes/local-chat.ts';

describe('a question asks for the latest', () => {
  test.each([
    'What is the latest rate decision?',
    'Who is now the keeper?',
    'Wie hoch ist der aktuelle Satz?',
    'Quelle est la dernière décision ?',
    '最新の決定は何ですか?',
  ])('%s', (question) => {
    expect(asksForLatest(question)).toBe(true);
  });

  test.each(['How many came last year?', 'Who knows the keeper?', 'What was decided in 2021?'])(
    'not: %s',
    (question) => {
      expect(asksForLatest(question)).toBe(false);
    },
  );
});

test('the newest of some documents measures 1, the oldest and the undated 0', () => {
  const dates = { old: '2019-05', middle: '2021-03-02', new: '2024-01-01', undated: null };
  const documents = Object.entries(dates).map(([id, published]) =>
    createDocument(`harbour/${id}`, { published }),
  );
  const newness = newnessAmong(documents);
  expect(documents.map(({ id }) => newness(id))).toEqual([0, 0.5, 1, 0]);
});

test('the last of some documents measures 1, others less the more are later', () => {
  const documents = ['2019-05', '2021-03-02', '2024-01-01', null].map((published) =>
    createDocument(`harbour/${published}`, { published }),
  );
  const lastness = lastnessAmong(documents);
  expect(documents.map(({ id }) => lastness(id))).toEqual([1 / 3, 1 / 2, 1, 0]);
});

test('one date alone tells nothing', () => {
  const only = createDocument('harbour/only', { published: '2024' });
  expect(newnessAmong([only])(only.id)).toBe(0);
});

test('an answer about the latest prefers the newest document', async () => {
  const report = (year: number) =>
    createDocument(`harbour/${year}`, {
      published: `${year}-05-02`,
      text: `The council set the harbour fee at ${year - 2000} crowns.`,
    });
  const chat = await openLocalChat(createContents([report(2019), report(2024), report(2021)]));
  expect((await chat.say('What is the latest harbour fee?')).points[0]?.text).toContain('24 crowns');
});

test('an answer about the latest reads more of the newest document of a series', async () => {
  const talk = Array.from(
    { length: 40 },
    (_, at) => `The fee decision of the council came up in talk ${at}.`,
  );
  const minutes = (year: number, decided: string) =>
    createDocument(`council/${year}`, {
      published: `${year}-05-02`,
      text: `${(year === 2024 ? talk.slice(0, 8) : talk).join('\n\n')}\n\n${decided}`,
    });
  const chat = await openLocalChat(
    createContents([
      minutes(2019, 'The council voted to set the fee at 19 crowns.'),
      minutes(2021, 'The council voted to set the fee at 21 crowns.'),
      minutes(2024, 'The council voted to set the fee at 24 crowns.'),
    ]),
  );
  const [first] = (await chat.say('What is the latest fee decision of the council?')).points;
  expect(first?.text).toContain('24 crowns');
});
