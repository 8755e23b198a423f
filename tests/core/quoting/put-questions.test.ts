import { describe, expect, test } from 'vitest';
import { questionsPut } from '../../../src/core/quoting/put-questions.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';

const put = (text: string, language = 'en') =>
  questionsPut(text, splitSentences(text, { start: 0, end: text.length }, language));

describe('a paragraph in which somebody puts a question', () => {
  test.each([
    ['My first question is on the ferry. It was late again. Will it be sold?', 'en'],
    ['Second question, you want to sell the ferry. That reminds me of the pier. Why give it up?', 'en'],
    ['I have two questions. First, the ferry. How old is it?', 'en'],
    ['Thank you. I would like to ask about the ferry. Is it safe?', 'en'],
    ['The ferry was late, and my question is, will it be sold? We hear that it will.', 'en'],
    ['Meine zweite Frage betrifft die Fähre. Wird sie verkauft?', 'de'],
    ['Ma question porte sur le bac. Sera-t-il vendu ?', 'fr'],
  ])('says nothing of itself: %s', (text, language) => {
    const found = put(text, language);
    expect(found.length).toBeGreaterThan(1);
    expect(found).not.toContain(false);
  });

  test.each([
    'On your first question: the ferry is safe. Do you doubt it?',
    'The question is whether the ferry will be sold. The board will decide in May.',
    'Who owns the ferry? The board does.',
    'You had a second question about the pier. It is closed.',
  ])('is not one that answers, or asks itself: %s', (text) => {
    expect(put(text)).not.toContain(true);
  });

  test('ends with the paragraph', () => {
    expect(put('My question is on the ferry. Is it old?\n\nIt is. It was built in 1960.')).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
