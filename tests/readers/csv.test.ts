import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvReader } from '../../src/readers/csv/reader.ts';
import { documentReaderContract } from '../contracts/document-reader.ts';
import { goldenDocuments } from '../contracts/golden-documents.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const linesOf = async (source: string) => (await csvReader.read(utf8(source), 'a.csv')).text.split('\n\n');

documentReaderContract({ reader: csvReader, name: 'a.csv', write: utf8 });
documentReaderContract({ reader: csvReader, name: 'a.tsv', write: utf8 });
goldenDocuments(csvReader);

describe('the rows of a table', () => {
  test.each([
    ['commas', 'Port,Depth\nLindau,4.5 m\n'],
    ['semicolons', 'Port;Depth\nLindau;4.5 m\n'],
    ['tabs', 'Port\tDepth\nLindau\t4.5 m\n'],
    ['bars', 'Port|Depth\nLindau|4.5 m\n'],
    ['what the first line declares', 'sep=^\r\nPort^Depth\r\nLindau^4.5 m\r\n'],
    ['quotation marks', '"Port","Depth"\r\n"Lindau","4.5 m"\r\n'],
    ['a byte order mark', '\uFEFFPort,Depth\nLindau,4.5 m'],
  ])('bear the names of their columns: %s', async (_name, source) => {
    expect(await linesOf(source)).toEqual(['Port: Lindau; Depth: 4.5 m']);
  });

  test('keep decimal commas whole', async () => {
    expect(await linesOf('Port;Tiefe\nLindau;4,5\nKonstanz;3,2\n')).toEqual([
      'Port: Lindau; Tiefe: 4,5',
      'Port: Konstanz; Tiefe: 3,2',
    ]);
  });

  test('keep line breaks, delimiters and marks inside quotation marks', async () => {
    expect(await linesOf('Port,Note\nLindau,"Old ""lion"",\nnew pier"\n')).toEqual([
      'Port: Lindau; Note: Old "lion", new pier',
    ]);
  });

  test('are all kept where a quotation mark is never closed', async () => {
    expect(await linesOf('Part,Length\n"5 inch pipe,12\nvalve,3\n')).toEqual([
      'Part: "5 inch pipe; Length: 12',
      'Part: valve; Length: 3',
    ]);
  });

  test('may be longer or shorter than their header', async () => {
    expect(await linesOf('Port,Depth,Berths\nLindau,4.5\nBregenz,3.1,12,closed\n')).toEqual([
      'Port: Lindau; Depth: 4.5',
      'Port: Bregenz; Depth: 3.1; Berths: 12; closed',
    ]);
  });

  test('leave out empty cells, and rows that repeat the header', async () => {
    expect(await linesOf('Port,Depth,Berths\nLindau,,40\nPort,Depth,Berths\nBregenz,3.1,12\n')).toEqual([
      'Port: Lindau; Berths: 40',
      'Port: Bregenz; Depth: 3.1; Berths: 12',
    ]);
  });
});

describe('the header of a table', () => {
  test('is not made of values', async () => {
    expect(await linesOf('Lindau,4.5,2024-03-05\nBregenz,3.1,2024-03-06\n')).toEqual([
      'Lindau; 4.5; 2024-03-05',
      'Bregenz; 3.1; 2024-03-06',
    ]);
  });

  test('may consist of years', async () => {
    expect(await linesOf('Port,2022,2023\nLindau,310,422\n')).toEqual(['Port: Lindau; 2022: 310; 2023: 422']);
  });

  test('may stand below titles and notes', async () => {
    expect(await linesOf('Harbour depths,,\n(in metres),,\nPort,Depth,Berths\nLindau,4.5,40\n')).toEqual([
      'Harbour depths',
      '(in metres)',
      'Port: Lindau; Depth: 4.5; Berths: 40',
    ]);
  });

  test('holds below an empty row, and gives way to another', async () => {
    const source = 'Port,Depth\nLindau,4.5\n\nBregenz,3.1\n\nShip,Crew,Built\nAda,4,1987\n';
    expect(await linesOf(source)).toEqual([
      'Port: Lindau; Depth: 4.5',
      'Port: Bregenz; Depth: 3.1',
      'Ship: Ada; Crew: 4; Built: 1987',
    ]);
  });

  test('is told where a column has no value', async () => {
    expect(await linesOf('Port,Depth,Note\nLindau,4.5,\n')).toEqual([
      'Port; Depth; Note',
      'Port: Lindau; Depth: 4.5',
    ]);
  });

  test('is missing in a form, whose rows are names and values', async () => {
    expect(await linesOf('Port,Lindau\nDepth,4.5 m\nMaster,A. Quay\n')).toEqual([
      'Port: Lindau',
      'Depth: 4.5 m',
      'Master: A. Quay',
    ]);
  });
});

test('a table that grows beyond a document under its long names is refused', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `${'n'.repeat(60)}${at}`).join(',');
  const rows = `${Array(100).fill('1').join(',')}\n`.repeat(2000);
  await expect(linesOf(`${names}\n${rows}`)).rejects.toThrow('more than 5000000 characters in its rows');
});

test('any table keeps every word of every row in order', async () => {
  const word = fc.stringMatching(/^[a-zäöé]{1,9}$/);
  const cell = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const table = fc
    .tuple(fc.constantFrom(',', ';', '\t', '|'), fc.integer({ min: 2, max: 5 }))
    .chain(([delimiter, width]) =>
      fc.tuple(
        fc.constant(delimiter),
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(table, async ([delimiter, rows]) => {
      const lines = await linesOf(
        rows.map((row) => row.map((each) => `"${each}"`).join(delimiter)).join('\n'),
      );
      const given = rows.slice(-lines.length);
      for (const [at, line] of lines.entries()) {
        let from = 0;
        for (const value of given[at] ?? []) {
          from = line.indexOf(value, from);
          expect(from).toBeGreaterThanOrEqual(0);
          from += value.length;
        }
      }
      expect(lines.length).toBeGreaterThanOrEqual(rows.length - 1);
    }),
  );
});
