import { expect, test } from 'vitest';
import { fileTitle } from '../../../src/core/text/file-title.ts';

test.each([
  ['harbour/old papers/harbour_depths-2024.csv', 'Harbour depths-2024'],
  ['harbour-depths-2024.csv', 'Harbour depths 2024'],
  ['Harbour Depths 2024.xlsx', 'Harbour Depths 2024'],
  ['depths-2024-03-05.csv', 'Depths 2024-03-05'],
  ['F-35-costs.xlsx', 'F-35 costs'],
  ['CVLKRA-KYC_Download_V3.1.xlsx', 'CVLKRA-KYC Download V3.1'],
  ['Größe+der+Häfen.tsv', 'Größe der Häfen'],
  ['iPhone prices.csv', 'iPhone prices'],
  ['港の深さ.csv', '港の深さ'],
  ['depths', 'Depths'],
])('a file is called by its name: %s', (name, title) => {
  expect(fileTitle(name)).toBe(title);
});

test.each(['01.csv', '2024-03.csv', 'attachment 1.pdf', 'export (3).csv', 'Book1.xlsx', 'a.csv', '.csv', ''])(
  'a name that says nothing is no title: %s',
  (name) => {
    expect(fileTitle(name)).toBeNull();
  },
);
