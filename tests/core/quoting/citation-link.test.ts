import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationLink } from '../../../src/core/quoting/citation-link.ts';
import { createDocument } from '../../fakes/documents.ts';

const link = (text: string, excerpt: string, url: string | null = 'https://example.org/a') => {
  const start = text.lastIndexOf(excerpt);
  return citationLink(createDocument('harbour/a', { text, url }), { start, end: start + excerpt.length });
};
const fragment = (text: string, excerpt: string) => link(text, excerpt)?.split(':~:text=')[1];

const LONG = 'The keeper lit the lamp at dusk before the storm broke over the pier.';

describe('a link to an excerpt', () => {
  test('is none for a document without an address', () => {
    expect(link(LONG, LONG, null)).toBeNull();
  });

  test('names four words at each end', () => {
    expect(link(`It rained. ${LONG}`, LONG)).toBe(
      'https://example.org/a#:~:text=The%20keeper%20lit%20the,broke%20over%20the%20pier.',
    );
  });

  test('names the whole of a short excerpt', () => {
    expect(fragment(`It rained. ${LONG}`, 'It rained.')).toBe('It%20rained.');
  });

  test('follows an anchor that the address has', () => {
    expect(link(LONG, LONG, 'https://example.org/a#top')).toMatch(
      /^https:\/\/example\.org\/a#top:~:text=The/,
    );
  });

  test('encodes what has a meaning in a fragment', () => {
    expect(fragment('Ships, sheep & co-ops.', 'Ships, sheep & co-ops.')).toBe(
      'Ships%2C%20sheep%20%26%20co%2Dops.',
    );
  });

  test('names more words where four stand earlier too', () => {
    expect(fragment(`The keeper lit the stove. ${LONG}`, LONG)).toBe(
      'The%20keeper%20lit%20the%20lamp,broke%20over%20the%20pier.',
    );
  });

  test('names the words before where the excerpt stands twice', () => {
    expect(fragment('It rained. He slept. Then again: It rained.', 'It rained.')).toBe(
      'He%20slept.%20Then%20again%3A-,It%20rained.',
    );
  });

  test('is an address whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (text, at) => {
        const start = at % text.length;
        const made = citationLink(createDocument('harbour/a', { text, url: 'https://example.org/a' }), {
          start,
          end: text.length,
        });
        expect(URL.canParse(made ?? '')).toBe(true);
      }),
    );
  });
});
