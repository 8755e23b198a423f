import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHeaderBlock } from '../../../../src/core/library/facts/header-block.ts';
import { readHeader } from '../../../../src/core/library/facts/header-facts.ts';
import { cpuTime } from '../../../fakes/cpu-time.ts';

const facts = (text: string, language = 'en') => readHeader(findHeaderBlock(text), language);

describe('a header', () => {
  test.each([
    [
      'as a list',
      'Feature Name: lamp_lighting\nStart Date: 2016-01-04\nRFC PR: harbour/rfcs#12\nTracking Issues:\nharbour#1\n\nSummary',
      ['lamp_lighting', null, '2016-01-04'],
    ],
    [
      'as a table',
      'Status | Accepted\nAuthors | Ada Quay <ada@example.org>, Tom Mole (@tmole)\nCreated | 14-Jun-2001\n\nText.',
      [null, 'Ada Quay, Tom Mole', '2001-06-14'],
    ],
    [
      'with folded lines',
      'PEP: 8\nTitle: Lamps\nAuthor: Ada Quay <a@example.org>,\n        Tom Mole\nStatus: Active\nCreated: 05-Jul-2001\n\nText.',
      ['Lamps', 'Ada Quay, Tom Mole', '2001-07-05'],
    ],
    [
      'below a heading',
      'The lamps of the pier\n\nStatus: Draft\nPublished: 3 May 2024\nCreated: 2023\n\nText.',
      [null, null, '2024-05-03'],
    ],
    [
      'not filled in',
      'Feature Name: N/A\nStart Date: (2023-06-27)\nIssue: none\n\nText.',
      [null, null, '2023-06-27'],
    ],
    ['in other letters', 'Author: Яна Петрова\nStatus: Draft\n\nText.', [null, 'Яна Петрова', null]],
    ['with handles for names', 'Author: @ada\nStatus: Draft\n\nText.', [null, null, null]],
    [
      'of a memo',
      'TO: All keepers\nFROM: Ada Quay\nDATE: March 3, 2024\nSUBJECT: Lamps\n\nText.',
      ['Lamps', 'Ada Quay', '2024-03-03'],
    ],
    ['changed later', 'Author: Ada Quay\nLast updated: 2024-05-01\n\nText.', [null, 'Ada Quay', null]],
  ])('is read %s', (_how, text, [title, author, published]) => {
    expect(facts(text)).toMatchObject({ title, author, published });
  });

  test.each([
    ['minutes', 'Date: 3 May 2024\nPresent: Ada Quay, Tom Mole\nApologies: Eve Bay\n\nText.'],
    ['a statement', 'Note: the pier is closed.\nStatus: the keeper says that it opens in May.\n\nText.'],
    ['prose', 'The keeper lit the lamp.\n\nStatus: lit.\n\nText.'],
    ['one label', 'Status: Draft\n\nText.'],
    ['nothing', ''],
  ])('is not seen in %s', (_what, text) => {
    expect(findHeaderBlock(text)).toBeNull();
  });

  test('never takes long, and is a slice of the text', () => {
    const part = fc.constantFrom('Status', 'Author', ': ', ' | ', '\n', '\n\n', '- ', 'x', '**', 'Date', ' ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 2000 }), (parts) => {
        const text = parts.join('');
        expect(cpuTime(() => findHeaderBlock(text))).toBeLessThan(500);
        const found = findHeaderBlock(text);
        expect(text.slice(found?.start, found?.end).length).toBe(
          found ? found.end - found.start : text.length,
        );
      }),
      { numRuns: 50 },
    );
  });
});
