import { beforeAll, describe, expect, test } from 'vitest';
import type { ShownExcerpt } from '../../../src/core/news/edition-content.ts';
import { repetitionsOf, toShownExcerpt } from '../../../src/core/news/shown-before.ts';
import { growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import { type Language, loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { createCandidate } from '../../fakes/candidates.ts';

let english: Language;

beforeAll(async () => {
  english = await loadLanguage('en');
});

function shown(text: string, publisher: string | null = null, id = 'harbour/a'): ShownExcerpt {
  const excerpt = growExcerpt(createCandidate(id, { text, publisher }));
  return toShownExcerpt(excerpt, (each) => [...splitWords(each, english)]);
}

const SOLD = 'The council sold the old ferry to the island on Monday.';

describe('what an edition stores of an excerpt', () => {
  test('is its place, its version, hashes and its text', () => {
    const stored = shown(SOLD, 'Herald');
    expect(stored).toMatchObject({ document: 'harbour/a', start: 0, end: SOLD.length, publisher: 'Herald' });
    expect([...stored.terms, ...stored.facts].every(Number.isInteger)).toBe(true);
    expect(stored.text).toBe(SOLD);
  });

  test('is no text, if it is long', () => {
    const text = `${'The council of the harbour talked about the old ferry and '.repeat(20)} went home.`;
    const stored = shown(text);
    expect(stored.end).toBe(text.length);
    expect(JSON.stringify(stored)).not.toMatch(/council|ferry/);
  });

  test('is the same for the same words in another document', () => {
    const { document, ...same } = shown(SOLD, null, 'harbour/b');
    expect(shown(SOLD)).toMatchObject(same);
    expect(document).toBe('harbour/b');
  });
});

describe('an excerpt repeats what was shown', () => {
  test.each([
    ['in the same words', SOLD],
    ['in nearly the same words', 'On Monday the council sold the ferry to the island.'],
  ])('%s', (_how, text) => {
    expect(repetitionsOf([shown(SOLD)])(shown(text))).toBe(true);
  });

  test.each([
    ['says something else', 'Two bears were born at the zoo.', null],
    ['has a new number', 'The council sold the old ferry to the island on Monday for 12 crowns.', null],
    ['has a new name', 'The council sold the old ferry to the island of Borkum on Monday.', null],
    ['denies it', 'The council has not sold the old ferry to the island on Monday.', null],
    ['comes from another publisher', SOLD, 'Gazette'],
  ])('unless it %s', (_what, text, publisher) => {
    expect(repetitionsOf([shown(SOLD, 'Herald')])(shown(text, publisher))).toBe(false);
  });

  test('also if its publisher is not known', () => {
    expect(repetitionsOf([shown(SOLD, 'Herald')])(shown(SOLD))).toBe(true);
  });

  test('also if several together have all its facts', () => {
    const twelve = 'The council sold the old ferry for 12 crowns.';
    const monday = 'The council sold the old ferry on 3 May 2024.';
    const both = 'The council sold the old ferry for 12 crowns on 3 May 2024.';
    expect(repetitionsOf([shown(twelve), shown(monday)])(shown(both))).toBe(true);
    expect(repetitionsOf([shown(twelve)])(shown(both))).toBe(false);
  });

  test('never, if nothing was shown', () => {
    expect(repetitionsOf([])(shown(SOLD))).toBe(false);
  });
});
