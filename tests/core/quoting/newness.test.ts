import { describe, expect, test } from 'vitest';
import { asksForLatest, newnessAmong } from '../../../src/core/quoting/newness.ts';
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
