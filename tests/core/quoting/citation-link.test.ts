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

  describe('in a PDF', () => {
    const starts = [
      { at: 0, label: 'iv', index: 4 },
      { at: 11, label: '1', index: 5 },
    ];
    const inPdf = (excerpt: string, url: string, format = 'pdf') => {
      const text = `It rained. ${LONG}`;
      const start = text.indexOf(excerpt);
      const document = createDocument('harbour/a', { text, url, pages: { format, starts } });
      return citationLink(document, { start, end: start + excerpt.length });
    };

    test('opens its page by the place in the file', () => {
      expect(inPdf('It rained.', 'https://example.org/a.pdf')).toBe('https://example.org/a.pdf#page=4');
      expect(inPdf(LONG, 'https://example.org/a.pdf')).toBe('https://example.org/a.pdf#page=5');
    });

    test('opens its page whatever else the address says', () => {
      expect(inPdf(LONG, 'https://example.org/a?b=1#page=2&zoom=100')).toBe(
        'https://example.org/a?b=1#page=5&zoom=100',
      );
    });

    test('opens no page of another format, nor where no page is known', () => {
      expect(inPdf('It rained.', 'https://example.org/a', 'epub')).toContain('#:~:text=It%20rained.');
      const text = `It rained. ${LONG}`;
      const pages = { format: 'pdf', starts: starts.slice(1) };
      const document = createDocument('harbour/a', { text, url: 'https://example.org/a', pages });
      expect(citationLink(document, { start: 0, end: 10 })).toContain('#:~:text=It%20rained.');
    });
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
