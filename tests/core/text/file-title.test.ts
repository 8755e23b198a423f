import { expect, test } from 'vitest';
import { fileTitle } from '../../../src/core/text/file-title.ts';

test.each([
  ['harbour/old papers/harbour_depths-2024.csv', 'Harbour depths-2024'],
  ['harbour-depths-2024.csv', 'Harbour depths 2024'],
  ['Harbour Depths 2024.xlsx', 'Harbour Depths 2024'],
  ['C:\\papers\\Harbour depths.xlsx', 'Harbour depths'],
  ['depths-2024-03-05.csv', 'Depths 2024-03-05'],
  ['costs-2024.csv', 'Costs 2024'],
  ['sales2024.csv', 'Sales2024'],
  ['F-35-costs.xlsx', 'F-35 costs'],
  ['CVLKRA-KYC_Download_V3.1.xlsx', 'CVLKRA-KYC Download V3.1'],
  ['Größe+der+Häfen.tsv', 'Größe der Häfen'],
  ['C++ notes.md', 'C++ notes'],
  ['iPhone prices.csv', 'iPhone prices'],
  ['港の深さ.csv', '港の深さ'],
  ['depths', 'Depths'],
])('a document is called after its file: %s', (path, title) => {
  expect(fileTitle(path)).toBe(title);
});

test.each([
  ['rfcs/0255-object-safety.md', 'Object safety'],
  ['2015-06-17-what-the-harbour-teaches.md', 'What the harbour teaches'],
  ['RFC-12 lamps.md', 'Lamps'],
  ['03_depths.csv', 'Depths'],
])('without the number or day by which the file is filed: %s', (path, title) => {
  expect(fileTitle(path)).toBe(title);
});

test.each([
  ['2030-strategy.pdf', '2030 strategy'],
  ['2023-2024 budget.xlsx', '2023-2024 budget'],
  ['FY-2024 budget.xlsx', 'FY-2024 budget'],
])('a year stays part of the title: %s', (path, title) => {
  expect(fileTitle(path)).toBe(title);
});

test.each([
  ['proposals/1234-foo_bar/README.md', 'Foo bar'],
  ['town/harbour-depths/data (2).csv', 'Harbour depths'],
])('a file whose name says nothing is called after its folder: %s', (path, title) => {
  expect(fileTitle(path)).toBe(title);
});

test.each([
  ...['01.csv', '2024-03.csv', '20240501.html', 'attachment 1.pdf', 'export (3).csv', 'Book1.xlsx'],
  ...['doc1.pdf', 'proposals/eip-1154.md', 'IMG0034.png', 'a3f9c2e1.md', 'a.csv', '.csv', ''],
  ...['index.md', 'proposals/README.md', 'a/12/index.md', 'a/content/index.md'],
])('a name that says nothing is no title: %s', (path) => {
  expect(fileTitle(path)).toBeNull();
});
