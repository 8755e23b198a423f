import { describe, expect, test } from 'vitest';
import { containsAll, hasConditions, hasTitle, textMeets } from '../../../commands/search/conditions.ts';
import { parseSearchWords } from '../../../src/core/search/search-words.ts';
import { createDocument } from '../../fakes/documents.ts';

describe('a phrase', () => {
  test.each([
    ['The old  pier held.', 'old pier', true],
    ['The OLD\nPIER held.', 'old pier', true],
    ['The old pierhead held.', 'old pier', false],
    ['It is the keeper’s lamp.', "keeper's lamp", true],
    ['Up to (10) crowns.', '(10)', true],
    ['Costs 3.5 crowns.', '3x5', false],
  ])('is found as whole words, in any case: %j has %j: %s', (text, phrase, isFound) => {
    expect(containsAll(text, [phrase])).toBe(isFound);
  });

  test('excludes a text that contains it', () => {
    const meets = (words: string) => textMeets('The old pier held.', parseSearchWords(words));
    expect([meets('pier -storm'), meets('pier -old'), meets('"old pier" -"pier held"')]).toEqual([
      ...[true, false, false],
    ]);
  });
});

describe('conditions', () => {
  const document = createDocument('harbour/pier', { title: 'The Pier', text: 'It held.' });

  test.each([
    ['title:pier', true],
    ['title:lamp', false],
  ])('are met by the title of a document: %s: %s', (words, isMet) => {
    expect(hasTitle(document, parseSearchWords(words))).toBe(isMet);
  });

  test('are enough to search by, unless they only leave out', () => {
    const words = ['"old pier"', 'from:herald', 'before:2024', '-storm', 'storm'];
    expect(words.map((each) => hasConditions(parseSearchWords(each)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
