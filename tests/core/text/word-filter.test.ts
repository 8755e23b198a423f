import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phrasesIn } from '../../../src/core/text/phrases.ts';
import { createWordTest, packWords } from '../../../src/core/text/word-filter.ts';

const TEXTS = [
  'Herr Müller came to the co-operation’s office at 5 km. L’État, c’est moi: O’Brien and d’Estaing.',
  'In 1,000 days the F-35 and Covid19, soft\u00ADware, ﬁnance and naïve Ångström rose 2.5 per cent.',
  '北约在东京设立联络处。NATO联络处。',
  'Die Große Koalition stellte das Gesetz am 3.10.2024 vor; der Straßenbau-Ausschuss nicht.',
];
test('a text that has a phrase is never ruled out', () => {
  const slice = fc
    .tuple(fc.constantFrom(...TEXTS), fc.nat(), fc.integer({ min: 1, max: 30 }))
    .map(([text, from, length]) => ({
      text,
      sought: text.slice(from % text.length, (from % text.length) + length),
    }));
  const how = fc.constantFrom('as it is', 'upper', 'plain', 'joined');
  fc.assert(
    fc.property(slice, how, ({ text, sought }, alteration) => {
      const phrase = altered(sought, alteration);
      const isRuledOut = !createWordTest([[phrase]])(packWords(text));
      expect(isRuledOut && phrasesIn(text)(phrase)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['The lamp was lit by Acme㍿.', '㍿'],
  ['The lamp of the ㍻era was lit.', 'the ㍻'],
  ['It is the ㋿lamp.', '㋿'],
])('nor one whose script shows only once its signs are read: %s, %s', (text, phrase) => {
  expect(phrasesIn(text)(phrase)).toBe(true);
  expect(createWordTest([[phrase]])(packWords(text))).toBe(true);
});

function altered(text: string, how: string): string {
  if (how === 'upper') return text.toUpperCase();
  if (how === 'plain') return text.normalize('NFD').replace(/\p{M}/gu, '');
  return how === 'joined' ? text.replace(/-/g, '') : text;
}

test('most texts without its words are', () => {
  const text = Array.from(
    { length: 500 },
    (_, at) => `word${String.fromCharCode(97 + (at % 26))}x${at}y`,
  ).join(' ');
  const packed = packWords(text);
  const names = ['Zanzibar', 'Timbuktu', 'Samarkand', 'Bukhara', 'Isfahan', 'Herat', 'Merv', 'Balkh'];
  const pairs = names.flatMap((one) => names.map((other) => `${one} quay of ${other}`));
  expect(pairs.filter((phrase) => createWordTest([[phrase]])(packed)).length).toBeLessThan(16);
});

test('one phrase of each group is enough, and one of each is needed', () => {
  const packed = packWords('The keeper lit the lamp.');
  expect(createWordTest([['ferry', 'the lamp'], ['keeper']])(packed)).toBe(true);
  expect(createWordTest([['the lamp'], ['Samarkand quay']])(packed)).toBe(false);
  expect(createWordTest([])(packed)).toBe(true);
});
