import { test } from 'vitest';
import { csvReader } from '../../../src/readers/csv/reader.ts';
import { expectEveryWord, line, shown, table } from '../../fakes/made-pieces.ts';

const cell = line([shown((word) => word)], [' ', ', ', '; ', ' "', '\n']);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test.each([',', ';', '\t', '|'])(
  'every word of a table is stored, none joined to another: "%s"',
  async (sign) => {
    await expectEveryWord({
      reader: csvReader,
      name: 'a.csv',
      blocks: [table(cell, (rows) => rows.map((row) => row.map(quoted).join(sign)).join('\r\n'))],
      write: ([first = '']) => new TextEncoder().encode(first),
      most: 1,
    });
  },
);

test('every word of a table of plain cells is stored', async () => {
  const plain = line([shown((word) => word)], [' ']);
  await expectEveryWord({
    reader: csvReader,
    name: 'a.csv',
    blocks: [table(plain, (rows) => rows.map((row) => row.join(',')).join('\n'))],
    write: ([first = '']) => new TextEncoder().encode(first),
    most: 1,
  });
});
