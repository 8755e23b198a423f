import { expect, test } from 'vitest';
import { currencyAsked } from '../../../src/core/search/currency-asked.ts';

test.each([
  ['How many US dollars did the ferry cost?', 'US dollars'],
  ['How many million euros were paid?', 'million euros'],
  ['Wie viele Millionen Euro kostet sie?', 'Millionen Euro'],
  ['Combien de millions d’euros ?', 'de millions d’euros'],
  ['Quanti milioni di euro costa?', 'milioni di euro'],
  ['How many won does it cost?', 'won'],
  ['¿Cuántos millones de dólares?', 'millones de dólares'],
])('%s asks for %s', (question, currency) => {
  const found = currencyAsked(question);
  expect(found && question.slice(found.start, found.end)).toBe(currency);
});

test.each([
  'How many won the race?',
  'How many US ferries cost dollars?',
  'How many dollarfish are there?',
  'What are dollars?',
])('%s: none', (question) => {
  expect(currencyAsked(question)).toBeNull();
});
