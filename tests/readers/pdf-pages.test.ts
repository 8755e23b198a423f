import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pdfReader } from '../../src/readers/pdf/reader.ts';
import { createPdf } from '../fakes/pdf.ts';
import { createScannedPdf } from '../fakes/scanned-pdf.ts';

type Content = Parameters<typeof createPdf>[0];

const read = (content: Content) => pdfReader.read(createPdf(content), 'a.pdf');

/** What stands on each page, cut out of the text. */
async function cut(content: Content): Promise<string[]> {
  const { text, pages = [] } = await read(content);
  return pages.map(({ at, label }, nth) => `${label}: ${text.slice(at, pages[nth + 1]?.at).trim()}`);
}

describe('a page starts', () => {
  test('with its first paragraph', async () => {
    expect(await cut({ pages: [['The lamp was lit.'], ['The bell rang.']] })).toEqual([
      '1: The lamp was lit.',
      '2: The bell rang.',
    ]);
  });

  test('inside a sentence that runs over', async () => {
    expect(await cut({ pages: [['The council voted to'], ['rebuild the tower.']] })).toEqual([
      '1: The council voted to',
      '2: rebuild the tower.',
    ]);
  });

  test('inside a word that runs over', async () => {
    expect(await cut({ pages: [['The light-'], ['house was lit.']] })).toEqual([
      '1: The light',
      '2: house was lit.',
    ]);
  });

  test('behind empty pages, which have no place in the text', async () => {
    const { pages } = await read({ pages: [[], ['The lamp was lit.'], [], ['The bell rang.']] });
    expect(pages).toEqual([
      { at: 0, label: '2', index: 2 },
      { at: 19, label: '4', index: 4 },
    ]);
  });

  test('again after a note that was put behind text of the next page', async () => {
    const note = { text: '4 Town archive, box 12.', size: 8 };
    const first = ['It was paid from the', '', '', note];
    expect(await cut({ pages: [first, ['harbour fund.', '', '', 'It was lit.']] })).toEqual([
      '1: It was paid from the',
      '2: harbour fund.',
      '1: 4 Town archive, box 12.',
      '2: It was lit.',
    ]);
  });

  test('under the label that the document gives it', async () => {
    const catalog = '/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 12 >>] >>';
    expect(await cut({ pages: [['Foreword.'], ['The lamp.']], catalog })).toEqual([
      'i: Foreword.',
      '12: The lamp.',
    ]);
  });
});

describe('lines that come on every page', () => {
  test('are the text where they are all there is', async () => {
    const pages = [1, 2, 3].map((number) => [`Document 2: page ${number}`, 'The lamp']);
    expect((await read({ pages })).text).toContain('Document 2: page 2');
  });

  test('are no text of scans', async () => {
    const picture = { width: 300, height: 400, grey: new Uint8Array(120_000) };
    const scans = [1, 2, 3].map((number) => ({ picture, stamp: `Harbour archive, ${number}` }));
    await expect(pdfReader.read(createScannedPdf(scans), 'a.pdf')).rejects.toThrow(
      'contains no text, like a scan',
    );
  });
});

test('any known words are read in order, none glued, none lost, and found on their pages', async () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/);
  const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `Q${words.join(' ')}`);
  const page = fc.array(line, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (pages) => {
      const { text, pages: starts = [] } = await read({ pages });
      const stated = pages.map((lines) => lines.join(' '));
      expect(text.replace(/\s+/g, ' ')).toBe(stated.join(' '));
      const found = starts.map(({ at }, nth) =>
        text
          .slice(at, starts[nth + 1]?.at)
          .replace(/\s+/g, ' ')
          .trim(),
      );
      expect(found).toEqual(stated);
    }),
    { numRuns: 40 },
  );
});
