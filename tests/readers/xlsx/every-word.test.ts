import { test } from 'vitest';
import { xlsxReader } from '../../../src/readers/xlsx/reader.ts';
import { expectEveryWord, line, shown, table } from '../../fakes/made-pieces.ts';
import { createXlsx, row } from '../../fakes/xlsx.ts';

const cell = line([shown((word) => word)], [' ', ', ', '; ', '\n', '\t']);

test('every word of the sheets of a workbook is stored, none joined to another', async () => {
  await expectEveryWord({
    reader: xlsxReader,
    name: 'a.xlsx',
    blocks: [table(cell, (rows) => rows.map((cells) => row(cells)).join(''))],
    write: (sheets) => createXlsx(sheets.map((rows, at) => ({ name: `Sheet ${at + 1}`, rows }))),
  });
});
