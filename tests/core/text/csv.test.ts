import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCsv, parseCsv } from '../../../src/core/text/csv.ts';

describe('a table as CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('runs no formula: %j', (cell, written) => {
    expect(formatCsv([[cell, 'b']])).toBe(`${written},b\r\n`);
  });

  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b,c;d\r\ne;f\r\n',
      [
        ['a', 'b,c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['a\tb', [['a', 'b']]],
    ['"a, b",c\n\n"d\ne"', [['a, b', 'c'], ['d\ne']]],
    ['"a ""b"" c",d', [['a "b" c', 'd']]],
    ['"a" b,c', [['"a" b', 'c']]],
    ['"never closed,b\nc', [['"never closed', 'b'], ['c']]],
  ])('is read: %j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  test('is read as it was written', () => {
    const cell = fc.string().map((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .trim()
        .replace(/^[=+\-@＋－＝＠]+/, 'x'),
    );
    const row = fc.tuple(fc.constantFrom('a', 'b,c', '"d"'), cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        expect(parseCsv(formatCsv([['one', 'two', 'three'], ...rows])).slice(1)).toEqual(rows);
      }),
    );
  });
});
