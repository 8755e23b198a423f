import { expect, test } from 'vitest';
import type { AnswerType } from '../../../src/core/quoting/answer-type.ts';
import { answerTypeScore } from '../../../src/core/quoting/answer-type-score.ts';
import { attributionScore } from '../../../src/core/quoting/attribution-score.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { queryFor } from '../../fakes/query.ts';

async function score(text: string, answerType: AnswerType, name = 'France'): Promise<number> {
  const words = [...splitWords(text, await loadLanguage('en'))];
  const { concepts } = await queryFor(name);
  return answerTypeScore({ text, words, answerType, concepts, names: concepts });
}

test('a sentence scores 1 if it contains what the answer type asks for', async () => {
  expect(await score('It was sold in May.', 'when')).toBe(1);
  expect(await score('It was sold.', 'when')).toBe(0);
});

test('a statement scores up to 0.8, the more clearly it is made by the one named', async () => {
  const own = await score('France warned that the ferry is old.', 'statement');
  const late = await score(
    `${'The council sold the old ferry to '.repeat(3)} France, Lund said.`,
    'statement',
  );
  const others = await score('The council warned that the ferry is old.', 'statement');
  expect([own, others]).toEqual([0.8, 0.4]);
  expect(late).toBeLessThan(own);
});

test('only the answer type "statement" counts who speaks', async () => {
  expect(await score('France warned that it was sold in May.', 'when')).toBe(1);
});

test('a statement is attributed to a name that comes early and is followed by a reporting verb', () => {
  expect(attributionScore('France warned the council.', 0)).toBe(1);
  expect(attributionScore('France sold a ferry.', 0)).toBe(0.4);
  expect(attributionScore(`${'x'.repeat(70)} France warned the council.`, 71)).toBe(0.6);
  expect(attributionScore(`${'x'.repeat(70)} France sold a ferry.`, 71)).toBe(0);
});

test('a figure scores by what it measures', async () => {
  expect(await score('It took 45 minutes.', 'duration')).toBe(1);
  expect(await score('It took 45 people.', 'duration')).toBe(0.5);
  expect(await score('It cost £30.', 'money')).toBe(1);
  expect(await score('A third of it was sold.', 'share')).toBe(1);
  expect(await score('It sails twice a day.', 'frequency')).toBe(1);
});

test('a number that the question has, in figures or words, is no answer', async () => {
  expect(await score('The third quarter was good.', 'number', 'third quarter')).toBe(0);
  expect(await score('Five ferries sailed.', 'number', 'five ferries')).toBe(0);
  expect(await score('Five ferries sailed.', 'number', 'ferries')).toBe(1);
});

test('a span of years, or when something began, tells how long', async () => {
  expect(await score('It has sailed since 1949.', 'duration')).toBe(1);
  expect(await score('It sailed from 1949 to 1955.', 'duration')).toBe(1);
  expect(await score('The line was founded in May 1949.', 'duration')).toBe(1);
  expect(await score('It was painted in 1949.', 'duration')).toBe(0);
});

test('that nobody knows it is an answer, too', async () => {
  expect(await score('It remains unclear who will pay.', 'who')).toBe(0.8);
  expect(await score('The council did not say how much it cost.', 'money')).toBe(1);
  expect(await score('Nobody knows the sea.', 'money')).toBe(0);
});

test('somebody without a capital letter may be who was asked for', async () => {
  const body = await score('It was opposed by the council.', 'who');
  expect(body).toBeGreaterThan(0);
  expect(body).toBeLessThan(await score('It was opposed by Swati Dhingra.', 'who'));
  expect(await score('The old keeper opposed it.', 'who')).toBe(body);
  expect(await score('It was opposed by nature.', 'who')).toBe(0);
});

test.each([
  'La règle a été votée par le comité.',
  'Lo decide el director del puerto.',
  'Lo decide la giunta.',
  'É decidido pela diretoria.',
  'Dat beslist de penningmeester.',
])('nor in other languages: %s', async (text) => {
  expect(await score(text, 'who')).toBeGreaterThan(0);
});

test('a title or a foreign name is surer than any word of a script without capitals', async () => {
  const any = await score('船は港にあります。', 'who');
  expect(await score('船は田中市長が売りました。', 'who')).toBeGreaterThan(any);
  expect(await score('船はたくさんあります。', 'who')).toBe(any);
});

test('how long after something else is half an answer to when', async () => {
  expect(await score('It is sold within four weeks of its arrival.', 'when')).toBe(0.5);
});

test('the numbers of sections, versions and notes are no figures', async () => {
  expect(await score('It follows § 18 Abs. 1 Satz 2.', 'number')).toBe(0);
  expect(await score('It came with version 1.82.0 [3].', 'number')).toBe(0);
  expect(await score('It follows Article 5 for 12 ships.', 'number')).toBe(1);
});

test('a rare name is more likely who was asked for than a common word with a capital', async () => {
  const name = await score('The reduction was opposed by Swati Dhingra.', 'who');
  const body = await score('The reduction was opposed by the Bank.', 'who');
  expect(name).toBeGreaterThan(2 * body);
  expect(await score('It was opposed by France.', 'who')).toBe(0);
});

test('of a row of figures without end, the beginning alone is read', async () => {
  const row = '12 3.4 '.repeat(500);
  expect(await score(`${row}It was sold in May 2021.`, 'when')).toBe(0);
  expect(await score(`It was sold in May 2021. ${row}`, 'when')).toBe(1);
});
