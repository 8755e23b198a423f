import { expect, test } from 'vitest';
import { matchesAnswerType } from '../../../src/core/quoting/answer-type-of.ts';
import { withoutReferences } from '../../../src/core/quoting/figures.ts';

test.each([
  'nach § 3 Abs. 2 Satz 1',
  'die §§ 12 bis 14',
  'under Article 5 and section 12',
  'la Verordnung 2016/679',
  'selon l’article 3',
  '根据第3条',
  '제5조에 따라',
])('a reference counts nothing: %s', (text) => {
  expect(withoutReferences(text)).not.toMatch(/\d/);
});

test.each([
  'Third, it will be sold.',
  'in the fourth quarter',
  'one of the members',
  'one has to pay',
  'at this one',
])('a number word counts nothing: %s', (text) => {
  expect(matchesAnswerType(withoutReferences(text), 'number')).toBe(false);
});

test.each(['a third of the members', 'one third', 'three quarters', 'one member'])(
  'a number word stays: %s',
  (text) => {
    expect(withoutReferences(text)).toBe(text);
  },
);

test.each(['30 Minuten', 'Artikel: 40 Stück', '12 Prozent', '1 800 Euro', '5 km'])(
  'a figure stays: %s',
  (text) => {
    expect(withoutReferences(text)).toBe(text);
  },
);

test.each([
  ['Es erlischt nach siebzig Jahren.', 'Es erlischt nach Jahren.'],
  ['Cela dure trente-cinq jours.', 'Cela dure des jours.'],
  ['三天后结束。', '一般来说，他们结束。'],
  ['三日間続いた。', '一般に続いた。'],
])('"%s" has a number, "%s" has none', (yes, no) => {
  expect([matchesAnswerType(yes, 'number'), matchesAnswerType(no, 'number')]).toEqual([true, false]);
});
