import { describe, expect, test } from 'vitest';
import { containsText, phrasesIn } from '../../../src/core/text/phrases.ts';

describe('a phrase', () => {
  test.each([
    ['Send an e-mail today.', 'an email'],
    ['Send an email today.', 'an e-mail'],
    ['Two B-17 landed.', 'two b17'],
    ['“To be, or not to be,” he said.', 'to be or not to be'],
    ['In Paris; France too', 'Paris, France'],
    ['It is 7km long.', '7 km'],
    ['The 5 km race began.', '5km'],
    ['Two F 35 jets over it', 'F-35 jets'],
    ['Is it (1 + 1) * 2?', '(1 + 1) *'],
    ['Ilık su iyi gelir.', 'ılık su'],
    ['ILIK SU', 'ılık su'],
    ['Anna Weiß ging.', 'anna weiss'],
    ['Herr Jäger ging.', 'Herr Jaeger'],
    ['The Auf\u00ADlage sold out.', 'auflage'],
    ['Asia-Pacific partners', 'pacific partners'],
    ['등대를 지킨다', '등대'],
    ['在港口关闭之前', '港口'],
    ['Written in C++ today', 'C++'],
  ])('is found in any spelling: %s has %s', (text, phrase) => {
    expect(phrasesIn(text)(phrase)).toBe(true);
  });

  test.each([
    ['The old pierhead held.', 'pier'],
    ['Two B-17 landed.', '7 landed'],
    ['Herr Straus ging.', 'Strauß'],
    ['Written in C today', 'C++'],
    ['It costs 1.5 crowns.', '15'],
    ['It costs 1,5 crowns.', '1 5'],
    ['It has 5 rooms.', '5r'],
    ['The 15 km race began.', '5km'],
    ['An old pier', ''],
  ])('is not found: %s has no %j', (text, phrase) => {
    expect(phrasesIn(text)(phrase)).toBe(false);
  });
});

test('a part of a title is found without its accents', () => {
  expect(containsText('Élan de Łomża', 'lan de lom')).toBe(true);
});
