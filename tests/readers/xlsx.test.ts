import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/text/user-error.ts';
import { xlsxReader } from '../../src/readers/xlsx/reader.ts';
import { documentReaderContract } from '../contracts/document-reader.ts';
import { goldenDocuments } from '../contracts/golden-documents.ts';
import { createXlsx, row, STYLE, textCell } from '../fakes/xlsx.ts';

const read = (bytes: Uint8Array) => xlsxReader.read(bytes, 'a.xlsx');
const sheet = (rows: string, more = {}) => createXlsx([{ name: 'Ports', rows, ...more }]);
const linesOf = async (bytes: Uint8Array) => (await read(bytes)).text.split('\n\n');
const HEADER = row(['Port', 'Depth']);
const LINDAU = row(['Lindau', [4.5, STYLE.none]]);

/** A workbook of one column, a row for each line; a sheet holds no controls. */
function write(text: string): Uint8Array {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/\p{Cc}/gu, ''));
  return sheet(lines.map((line) => (line === '' ? '<row/>' : row([line]))).join(''));
}

documentReaderContract({ reader: xlsxReader, name: 'a.xlsx', write });
goldenDocuments(xlsxReader);

const OLD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe('the cells of a sheet', () => {
  test.each([
    ['a percentage', [0.125, STYLE.percent], '12.5%'],
    ['an amount', [1234.5, STYLE.euro], '1,234.50 €'],
    ['a date', [45356, STYLE.isoDate], '2024-03-05'],
    ['a date in words', [45356, STYLE.longDate], '5 March 2024'],
    ['a date in the way of a country', [45356, STYLE.localDate], '2024-03-05'],
  ] as const)('are stored as shown: %s', async (_name, cell, shown) => {
    expect(await linesOf(sheet(HEADER + row(['Lindau', cell])))).toEqual([`Port: Lindau; Depth: ${shown}`]);
  });

  test.each([
    ['its saved value', '<c t="n"><f>2+2.5</f><v>4.5</v></c>', '4.5'],
    ['itself if it has none', '<c><f>2+2.5</f></c>', '=2+2.5'],
    ['an error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a truth', '<c t="b"><v>1</v></c>', 'TRUE'],
  ])('of a formula show %s', async (_name, cell, shown) => {
    const rows = `${HEADER}<row>${textCell('Lindau')}${cell}</row>`;
    expect(await linesOf(sheet(rows))).toEqual([`Port: Lindau; Depth: ${shown}`]);
  });

  test('are left out where rows or columns are hidden', async () => {
    const rows = `${row(['Port', 'Secret', 'Depth'])}${row(['Lindau', 'x', [4.5, 0]])}${row(['Bregenz', 'y', [3, 0]]).replace('<row>', '<row hidden="1">')}`;
    const columns = '<cols><col min="2" max="2" hidden="1" width="0" customWidth="1"/></cols>';
    expect(await linesOf(sheet(rows, { columns }))).toEqual(['Port: Lindau; Depth: 4.5']);
  });

  test('that are merged say the same in each of their rows', async () => {
    const rows =
      row(['Port', 'Pier', 'Depth']) + row(['Lindau', 'East', [4, 0]]) + row([null, 'West', [5, 0]]);
    expect(await linesOf(sheet(rows, { merges: ['A2:A3'] }))).toEqual([
      'Port: Lindau; Pier: East; Depth: 4',
      'Port: Lindau; Pier: West; Depth: 5',
    ]);
  });

  test('that are merged over columns name their group, and head their rows', async () => {
    const rows =
      row(['Harbour traffic', null, null]) +
      row(['Port', '2023', null]) +
      row([null, 'Ferries', 'Freight']) +
      row(['Lindau', [310, 0], [20, 0]]);
    expect(await linesOf(sheet(rows, { merges: ['A1:C1', 'A2:A3', 'B2:C2'] }))).toEqual([
      'Harbour traffic',
      'Port: Lindau; 2023 Ferries: 310; 2023 Freight: 20',
    ]);
  });
});

describe('the sheets of a workbook', () => {
  test('are its pages, those that are hidden left out', async () => {
    const bytes = createXlsx(
      [
        { name: 'Ports', rows: HEADER + LINDAU },
        { name: 'Drafts', rows: HEADER + LINDAU, hidden: true },
        { name: 'Empty', rows: '' },
        { name: 'Ships', rows: row(['Ship', 'Crew']) + row(['Ada', [4, 0]]) },
      ],
      'Lake ports',
    );
    const { text, pages, embedded } = await read(bytes);
    expect(pages?.map(({ label, index, at }) => [label, index, text.slice(at, at + 10)])).toEqual([
      ['Ports', 1, 'Port: Lind'],
      ['Ships', 4, 'Ship: Ada;'],
    ]);
    expect(embedded?.title).toBe('Lake ports');
  });
});

describe('a workbook that is none', () => {
  const whole = sheet(HEADER + LINDAU);

  test.each([
    [
      'text',
      new TextEncoder().encode('Port,Depth\nLindau,4.5\n'.repeat(10)),
      'not a readable Excel workbook',
    ],
    [
      'a workbook of old',
      Uint8Array.from([...OLD, ...new Uint8Array(600)]),
      'is a workbook of the kind before 2007; save it as .xlsx',
    ],
    [
      'a workbook with a password',
      Uint8Array.from([...OLD, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'is password-protected',
    ],
    ['merged over a million rows', sheet(HEADER + LINDAU, { merges: ['A3:XFD1048576'] }), null],
  ])('is refused in a sentence, or read: %s', async (_name, bytes, reason) => {
    if (reason === null) expect(await linesOf(bytes)).toEqual(['Port: Lindau; Depth: 4.5']);
    else await expect(read(bytes)).rejects.toThrow(reason);
  });

  test('is read or refused whatever byte of it is changed, and wherever it is cut off', async () => {
    for (let at = 0; at < whole.length; at += 37) {
      const bytes = whole.map((byte, index) => (index === at ? byte ^ 0xff : byte));
      for (const bad of [bytes, whole.slice(0, at)]) {
        const outcome = await read(bad).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
      }
    }
  });
});

test('any sheet keeps every word of every row, in order and apart', async () => {
  const cell = fc.array(fc.stringMatching(/^[a-zäöé]{1,9}$/), { minLength: 1, maxLength: 3 });
  const cells = fc.array(cell, { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 8 }), async (rows) => {
      const names = Array.from({ length: 5 }, (_, at) => `Column ${'ABCDE'[at]}`);
      const body = rows.map((each) => row(each.map((words) => words.join(' '))));
      const lines = await linesOf(sheet(row(names) + body.join('')));
      expect(lines.slice(-rows.length)).toEqual(
        rows.map((each) => each.map((words, at) => `${names[at]}: ${words.join(' ')}`).join('; ')),
      );
    }),
    { numRuns: 30 },
  );
});
