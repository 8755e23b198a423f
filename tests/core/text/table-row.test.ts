import { expect, test } from 'vitest';
import { passageSentences, splitPassages } from '../../../src/core/library/documents/passages.ts';
import { isTableRow } from '../../../src/core/text/table-row.ts';

test.each([
  ['Port: Lindau; Depth: 4.5 m', true],
  ['Port: Lindau; closed; Depth: 4.5 m', true],
  ['Chapter 3: The lamp', false],
  ['He said this. Two things: a lamp; a rope', false],
  ['The crew: Ada; Tom. Then came the storm: it broke the mast', false],
])('%j is a row of a table: %s', (paragraph, expected) => {
  expect(isTableRow(paragraph)).toBe(expected);
});

test('a row of a table is quoted whole, and is no heading of the next', () => {
  const row = 'Port: Lindau; Note: Closed in winter. Ask the master; Depth: 4.5 m';
  const long = `Port: Bregenz; Note: ${'open all year, '.repeat(8)}but for repairs; Depth: 3.1 m`;
  const text = `${row}\n\n${long}`;
  const passages = splitPassages(text, 'en');
  const quotable = passages.flatMap((passage) => passageSentences(text, passage, 'en'));
  expect(quotable.map(({ start, end }) => text.slice(start, end))).toEqual([row, long]);
});
