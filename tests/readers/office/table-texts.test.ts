import { expect, test } from 'vitest';
import type { Block, Cell, Row } from '../../../src/readers/office/blocks.ts';
import { composeText } from '../../../src/readers/office/compose-text.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const cell = (text: string, more: Partial<Cell> = {}): Cell => ({
  blocks: [paragraph(text)],
  span: 1,
  ...more,
});
const row = (texts: readonly string[], header = false): Row => ({
  cells: texts.map((text) => cell(text)),
  header,
});
const bold = (texts: readonly string[]): Row => ({
  cells: texts.map((text) => cell(text, { bold: true })),
  header: false,
});
const tableText = (...rows: readonly Row[]) => composeText([{ kind: 'table', rows }]);

test('names the cells of a row by a header that the file states', () => {
  expect(tableText(row(['Port', 'Depth:'], true), row(['Lindau', '4.5 m']), row(['Bregenz', '']))).toBe(
    'Port: Lindau | Depth: 4.5 m\nPort: Bregenz',
  );
});

test('joins the rows of a header, over the columns that they span', () => {
  const top: Row = { cells: [cell('Port'), cell('Depth', { span: 2 })], header: true };
  expect(tableText(top, row(['', 'low', 'high'], true), row(['Lindau', '4 m', '6 m']))).toBe(
    'Port: Lindau | Depth low: 4 m | Depth high: 6 m',
  );
});

test('takes a first row in bold type alone for a header', () => {
  expect(tableText(bold(['Port', 'Keeper']), row(['Lindau', 'Ada Quay']))).toBe(
    'Port: Lindau | Keeper: Ada Quay',
  );
});

test('takes words above figures for a header', () => {
  expect(
    tableText(row(['Port', 'Berths', 'Depth']), row(['Lindau', '12', '4.5 m']), row(['Bregenz', '30', '–'])),
  ).toBe('Port: Lindau | Berths: 12 | Depth: 4.5 m\nPort: Bregenz | Berths: 30 | Depth: –');
});

test('takes years next to an empty corner for a header', () => {
  expect(tableText(row(['', '2023', '2024']), row(['Ferries', '12', '14']))).toBe(
    'Ferries | 2023: 12 | 2024: 14',
  );
});

test.each([
  ['names and values', [row(['Name', 'Ada Quay']), row(['Age', '40']), row(['Berth', '7'])]],
  [
    'names and values twice',
    [
      row(['Name', 'Ada', 'Port', 'Lindau']),
      row(['Age', '40', 'Berth', '7']),
      row(['Fee', '9', 'Pier', '2']),
    ],
  ],
  ['bold names', [{ cells: [cell('Name', { bold: true }), cell('Ada')], header: false }, row(['Age', '40'])]],
  ['all in bold type', [bold(['Name', 'Ada']), bold(['Age', '40'])]],
  [
    'words alone',
    [row(['Port', 'Keeper', 'Pier']), row(['Lindau', 'Ada', 'old']), row(['Bregenz', 'Tom', 'new'])],
  ],
])('takes no row for a header in a form: %s', (_name, rows) => {
  expect(tableText(...rows)).toBe(
    rows
      .map(({ cells }) => cells.map(({ blocks }) => (blocks[0] as { text: string }).text).join(' | '))
      .join('\n'),
  );
});

test('keeps empty cells apart where nothing names them', () => {
  expect(tableText(row(['Lindau', '', '4.5 m', '']), row(['Bregenz', '30', '', '']))).toBe(
    'Lindau | | 4.5 m\nBregenz | 30',
  );
});

test('loses no name of a column in which nothing stands', () => {
  expect(tableText(row(['Port', 'Keeper'], true), row(['Lindau', '']))).toBe('Port | Keeper\nLindau');
});

test('says a heading inside a table once', () => {
  const section: Row = { cells: [cell('West', { span: 2 })], header: false };
  expect(tableText(row(['Port', 'Depth'], true), section, row(['Lindau', '4.5 m']))).toBe(
    'West\nPort: Lindau | Depth: 4.5 m',
  );
});

test('keeps the lines of a cell in its row', () => {
  const two: Row = {
    cells: [{ blocks: [paragraph('Ada Quay'), paragraph('Pier 2\nLindau')], span: 1 }, cell('7')],
    header: false,
  };
  expect(tableText(two)).toBe('Ada Quay / Pier 2 / Lindau | 7');
});

test('sets apart what a table only lays out', () => {
  const prose = 'The lamp was lit at dusk. '.repeat(20).trim();
  expect(tableText(row(['Lamps', prose]), row(['7', '9']))).toBe(`Lamps\n\n${prose}\n\n7 | 9`);
  expect(tableText(row(['The lamp was lit.']), row(['It shone.']))).toBe('The lamp was lit.\n\nIt shone.');
});

test('sets apart a table inside a table', () => {
  const inner: Block = { kind: 'table', rows: [row(['Lindau', '7'])] };
  const outer: Row = { cells: [cell('Ports'), { blocks: [inner], span: 1 }], header: false };
  expect(tableText(outer)).toBe('Ports\n\nLindau | 7');
});
