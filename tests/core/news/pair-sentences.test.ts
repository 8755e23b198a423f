import { beforeAll, describe, expect, test } from 'vitest';
import { pairSentences } from '../../../src/core/news/pair-sentences.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';

let language: Awaited<ReturnType<typeof loadLanguage>>;

beforeAll(async () => {
  language = await loadLanguage('en');
});

/** For each sentence of now, the one that stood in its place, and whether they say the same or a word was replaced. */
function pair(before: readonly string[], now: readonly string[]) {
  const earlier = (text: string) => ({ text, start: 0, end: text.length, sha256: 'v1', until: new Date(0) });
  const gained = now.map((text) => ({ text }));
  const pairs = pairSentences(before.map(earlier), gained, (text) => ({
    words: splitWords(text, language),
    language: 'en',
  }));
  return now.map((_, at) => {
    const found = pairs.get(at);
    return found
      ? [found.earlier.text, found.isSame ? 'same' : found.isCorrected ? 'corrected' : 'otherwise']
      : null;
  });
}

describe('a sentence that changed is paired', () => {
  test.each([
    ['A single ticket costs seven crowns.', 'A single ticket costs nine crowns.', 'corrected'],
    ['The fare is ten crowns.', 'The fare is twelve crowns from June.', 'otherwise'],
    ['The council approved the ferry.', 'The council rejected the ferry.', 'corrected'],
    ['A single ticket costs $5.', 'A single ticket costs €5.', 'corrected'],
    ['The ferry sails on Sunday.', 'The ferry sails at noon on Sunday.', 'otherwise'],
    ['The ferry carries 12 000 people.', 'The ferry carries 12,000 people.', 'same'],
    ['The ferrry sails in summer.', 'The ferry sails in summer.', 'same'],
  ])('%s → %s: %s', (before, now, how) => {
    expect(pair([before], [now])).toEqual([[before, how]]);
  });

  test('each with the one most like it', () => {
    const before = ['An adult pays seven crowns for a ticket.', 'A student pays four crowns for a ticket.'];
    const now = ['A student pays five crowns for a ticket.', 'An adult pays nine crowns for a ticket.'];
    expect(pair(before, now)).toEqual([
      [before[1], 'corrected'],
      [before[0], 'corrected'],
    ]);
  });

  test('with none that speaks of something else', () => {
    expect(pair(['The ferry sails at noon.'], ['The bus to the airport leaves at noon.'])).toEqual([null]);
    expect(pair(['It is so.'], ['It is not.'])).toEqual([null]);
  });
});
