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

  test('names four words at its end, and a few more at its start', () => {
    expect(link(`It rained. ${LONG}`, LONG)).toBe(
      'https://example.org/a#:~:text=The%20keeper%20lit%20the%20lamp%20at,broke%20over%20the%20pier.',
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

  test('names more words where as many stand earlier too, in any case of letters', () => {
    expect(fragment(`THE KEEPER lit the lamp at noon. ${LONG}`, LONG)).toBe(
      'The%20keeper%20lit%20the%20lamp%20at%20dusk,broke%20over%20the%20pier.',
    );
  });

  test('names the words before where the excerpt stands twice', () => {
    expect(fragment('It rained. He slept. Then again: It rained.', 'It rained.')).toBe(
      'He%20slept.%20Then%20again%3A-,It%20rained.',
    );
  });

  test('names no words before that stand in another paragraph with others, since a part is found in one alone', () => {
    expect(fragment('It rained.\n\nHe slept.\n\nAgain:\n\nIt rained.', 'It rained.')).toBe(
      'Again%3A-,It%20rained.',
    );
    expect(fragment('One.\nTwo three four five six seven.', 'One.\nTwo three four five six seven.')).toBe(
      'One.,four%20five%20six%20seven.',
    );
  });

  test('names more words at its end where as many stand earlier in it', () => {
    const twice =
      'The keeper lit the lamp at dusk. He ate by the old pier at noon. He slept by the old pier at noon.';
    expect(fragment(twice, twice)).toBe(
      'The%20keeper%20lit%20the%20lamp%20at,slept%20by%20the%20old%20pier%20at%20noon.',
    );
  });

  test('names all of it where its start and its end would overlap', () => {
    const text = 'Rates rose by 50 basis points in May. Rates rose by 50 basis points in June.';
    expect(fragment(text, 'Rates rose by 50 basis points in June.')).toBe(
      'Rates%20rose%20by%2050%20basis%20points%20in%20June.',
    );
  });

  test('is found by a part of a word nowhere', () => {
    expect(fragment('Remaster the boat. Master the boat.', 'Master the boat.')).toBe('Master%20the%20boat.');
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
