import { describe, expect, test } from 'vitest';
import { answerTypeOf, matchesAnswerType } from '../../../src/core/quoting/answer-type-of.ts';
import { saysCount } from '../../../src/core/quoting/counts.ts';
import { saysNumber } from '../../../src/core/quoting/number-words.ts';

describe('a count', () => {
  test.each([
    'How many ferries sank?',
    'Wie viele Fähren sanken?',
    'Combien de bacs ont coulé ?',
    'Combien d’escales compte la ligne ?',
    '¿Cuántos barcos hay?',
    'Quante navi ci sono?',
    'Quantos barcos existem?',
    '船は何台ありますか？',
    '有多少个港口？',
    '배가 몇 개 있나요?',
    'How many million people cross each year?',
    'How many people died in ten days?',
    'How many ferries sank within days?',
    'How many euro area ports are there?',
    'Wie viele Menschen sterben jedes Jahr?',
    'Combien de personnes sont mortes en dix jours ?',
  ])('is asked for: %s', (question) => {
    expect(answerTypeOf(question)).toBe('count');
  });

  test.each([
    ['How many percent of the ferries sank?', 'share'],
    ['How many % of the ferries sank?', 'share'],
    ['Wie viele Prozent der Fähren sanken?', 'share'],
    ['How many dollars did it raise?', 'money'],
    ['How many US dollars did it raise?', 'money'],
    ['How many million dollars did it raise?', 'money'],
    ['Wie viele Millionen Euro kostete die Fähre?', 'money'],
    ['Combien de millions d’euros a coûté le bac ?', 'money'],
    ['¿Cuántos millones de euros costó?', 'money'],
    ['How many percentage points did it fall?', 'number'],
    ['How many pounds does the anchor weigh?', 'number'],
    ['How many days does the crossing take?', 'duration'],
    ['How many paid vacation days do employees have?', 'duration'],
    ['How many paid sick days are there?', 'duration'],
    ['How many full working days is it closed?', 'duration'],
    ['How many of the previous working days was it closed?', 'duration'],
    ['Wie viele freie Tage haben die Fährleute?', 'duration'],
    ['Wie viele bezahlte Urlaubstage haben die Fährleute?', 'duration'],
    ['Nach wie vielen vollen Jahren endet der Vertrag?', 'duration'],
    ['Combien de longues années a-t-il duré ?', 'duration'],
    ['¿Cuántos largos años duró?', 'duration'],
    ['Quanti lunghi anni durò?', 'duration'],
    ['Quantos longos anos durou?', 'duration'],
    ['Hoeveel vrije dagen hebben zij?', 'duration'],
    ['Wie viel kostet die Überfahrt?', 'money'],
    ['How large is the ferry?', 'number'],
  ])('is not asked for: %s', (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  test.each([
    'Some 5991 people answered.',
    'Twelve ferries sank, 40 % of all.',
    'It cost $20 million and took 300 workers.',
    'In three months 40 lamps broke.',
    'In 5 days 12 people crossed.',
    '12 people waited for days.',
  ])('is in a sentence: %s', (sentence) => {
    expect(saysCount(sentence)).toBe(true);
  });

  test.each([
    'Some 66.9% of the ferries sank.',
    'It cost $20 million, or €18.5bn.',
    'It fell by 25 basis points, to 3.5 per cent.',
    'The crossing took three months.',
    'Employees have 25 paid vacation days.',
    'Fährleute haben 25 bezahlte freie Tage, davon 20 Urlaubstage.',
    'It cost 5 million US dollars.',
    'Sie kostete 5 Millionen Euro.',
    'It fell.',
  ])('is no share, price or length of time: %s', (sentence) => {
    expect(saysCount(sentence)).toBe(false);
  });
});

test.each([
  ['duration', 'Employees have 25 paid vacation days.'],
  ['duration', 'Fährleute haben 25 bezahlte freie Tage.'],
  ['duration', 'Fährleute haben 20 Urlaubstage.'],
  ['money', 'It raised 5 million dollars.'],
  ['money', 'It raised 5 million US dollars.'],
  ['share', 'Some 20% of the ferries sank.'],
] as const)('a %s is in a sentence: %s', (type, sentence) => {
  expect(matchesAnswerType(sentence, type)).toBe(true);
});

test.each([
  ['duration', 'In 2024 sick days rose.'],
  ['duration', 'The 12 people waited and days passed.'],
  ['duration', 'There are 5 ferries.'],
] as const)('no %s is in a sentence: %s', (type, sentence) => {
  expect(matchesAnswerType(sentence, type)).toBe(false);
});

test.each([
  'The lamp uses 60W of power.',
  'It takes 12V.',
  'The fuse blows at 40A.',
  'Wash it at 90C.',
  'The link has 100G.',
  'It bakes at 450F.',
])('a figure with its unit is a number: %s', (sentence) => {
  expect(saysNumber(sentence)).toBe(true);
});

test.each([
  '18F helps agencies.',
  'She works at 18F.',
  'It prints in 3D.',
  'A 5G network opens.',
  'An A320 lands.',
])('a name with a figure is no number: %s', (sentence) => {
  expect(saysNumber(sentence)).toBe(false);
});
