import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../../src/core/library/documents/document.ts';
import { gatherFacts } from '../../../../src/core/library/facts/document-facts.ts';
import type { ReadDocument } from '../../../../src/core/library/reading/document-reader.ts';

const LAMP = 'The keeper lit the lamp at dusk, as he had done for thirty years.';
const gather = (read: Partial<ReadDocument>, path = 'a.txt', known = UNKNOWN) =>
  gatherFacts({ title: null, text: LAMP, metadata: UNKNOWN, ...read }, { path, known, language: 'en' });

describe('of two dates, the one in the better place counts', () => {
  const date = (published: string) => ({ ...UNKNOWN, published });
  const read = {
    metadata: date('2001'),
    embedded: date('2003'),
    text: `Created: 2005\nStatus: Draft\n\n${LAMP}`,
  };
  const path = '2008/2007-01-02.txt';

  test.each([
    ['front matter', read, date('2002'), '2001'],
    ['sources.yaml', { ...read, metadata: UNKNOWN }, date('2002'), '2002'],
    ['metadata', { ...read, metadata: UNKNOWN }, UNKNOWN, '2003'],
    [
      'its address',
      { text: read.text, embedded: { ...UNKNOWN, url: 'https://example.org/2004/01/02/a' } },
      UNKNOWN,
      '2004-01-02',
    ],
    ['its header', { text: read.text }, UNKNOWN, '2005'],
    ['its first lines', { text: `Published on 2 January 2006\n\n${LAMP}` }, UNKNOWN, '2006-01-02'],
    ['its name', {}, UNKNOWN, '2007-01-02'],
  ])('%s', (_place, from, known, expected) => {
    expect(gather(from, path, known).published).toBe(expected);
  });

  test('its folder', () => {
    expect(gather({}, '2008/a.txt').published).toBe('2008');
  });
});

describe('a date in the name', () => {
  test('is doubted if the saved page says that it was changed on another day', () => {
    expect(gather({ updated: '2024-05-22' }, '20240501.html').published).toBeNull();
  });

  test('is that of a post which was changed later', () => {
    const text = `Last updated: 22 May 2024\n\n${LAMP}`;
    expect(gather({ text }, '2024-05-01-lamp.md').published).toBe('2024-05-01');
  });
});

describe('the record of a meeting', () => {
  const minutes = { title: 'Minutes of the Board, April 30–May 1, 2024' };

  test('is dated by when its page changed last, if that was soon after', () => {
    expect(gather({ ...minutes, updated: '2024-05-22' }, '20240501.html').published).toBe('2024-05-22');
  });

  test.each([null, '2026-05-22', '2024-04-01'])(
    'else by the last day of the meeting: changed %s',
    (updated) => {
      expect(gather({ ...minutes, updated }).published).toBe('2024-05-01');
    },
  );

  test('is dated by its own date before either', () => {
    const text = `Published on 10 May 2024\n\n${LAMP}`;
    expect(gather({ ...minutes, text, updated: '2024-05-22' }).published).toBe('2024-05-10');
  });
});

describe('a title', () => {
  test('is the heading above a header', () => {
    const text = `Feature Name: lamp_lighting\nStatus: Draft\n\n${LAMP}`;
    expect(gather({ title: 'Lamps for all', text }).title).toBe('Lamps for all');
  });

  test('is the name in a header rather than a heading of a chapter', () => {
    const text = `Feature Name: lamp_lighting\nStatus: Draft\n\nSummary\n\n${LAMP}`;
    expect(gather({ title: 'Summary', text }).title).toBe('lamp_lighting');
  });

  test('is the readable name of a file whose first heading opens a chapter', () => {
    const text = `Feature Name: N/A\nStatus: Draft\n\nSummary\n\n${LAMP}`;
    expect(gather({ title: 'Summary', text }, 'rfcs/0255-object-safety.md').title).toBe('Object safety');
    expect(gather({ title: 'Introduction' }, 'rfcs/object-safety.pdf').title).toBe('Object safety');
  });

  test('is the readable name of a note', () => {
    expect(gather({}, 'notes/object safety.md').title).toBe('Object safety');
  });

  test('is left to the opening words if the document has neither heading nor header', () => {
    expect(gather({}, 'object-safety.txt').title).toBeNull();
    expect(gather({}, 'a.md').title).toBeNull();
  });

  test('is what a person calls the document, even “Summary”', () => {
    expect(gather({ metadata: { ...UNKNOWN, title: 'Summary' } }).title).toBe('Summary');
  });
});

test('who is named in the text is the author where metadata name only the publisher', () => {
  const text = `Statement by Ada Quay at the pier\n\n${LAMP}`;
  const embedded = { ...UNKNOWN, author: 'Harbour Board', publisher: 'Harbour Board' };
  expect(gather({ text, embedded }).author).toBe('Ada Quay');
  expect(gather({ embedded }).author).toBe('Harbour Board');
  expect(gather({ text, embedded: { ...embedded, author: 'Tom Mole' } }).author).toBe('Tom Mole');
  expect(gather({ text, embedded, metadata: { ...UNKNOWN, author: 'Eva Pier' } }).author).toBe('Eva Pier');
});
