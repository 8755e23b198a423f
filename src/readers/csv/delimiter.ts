import type Papa from 'papaparse';

const DELIMITERS = ['\t', ';', '|', ',']; // in this order where they do equally well: commas are in sentences and numbers
const NONE = '\u001F'; // the unit separator, for a table of one column
const SAMPLE = 100; // rows
const LEAST = 0.5; // of the rows that are divided
const SENTENCE = 25; // characters of a cell on average: where each comma is followed by a space, these are sentences

/** Chooses the delimiter that divides most rows into the same number of cells, at least two. */
export function chooseDelimiter(text: string, parse: typeof Papa.parse): string {
  let best = { delimiter: NONE, share: 0, width: 0 };
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const { data } = parse<string[]>(text, { delimiter, preview: SAMPLE, skipEmptyLines: 'greedy' });
    const divided = data.filter((row) => row.length > 1);
    if (divided.length < data.length * LEAST || areSentences(divided)) continue;
    const { share, width } = usualWidth(divided);
    const better = share > best.share + 0.1 || (share >= best.share - 0.1 && width > best.width);
    if (better) best = { delimiter, share, width };
  }
  return best.delimiter;
}

/** The most frequent width of rows, and its share of them. */
function usualWidth(rows: readonly (readonly string[])[]): { share: number; width: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { share: count / rows.length, width };
}

function areSentences(rows: readonly (readonly string[])[]): boolean {
  const later = rows.flatMap((row) => row.slice(1));
  const length = rows.flat().reduce((sum, cell) => sum + cell.length, 0);
  return later.every((cell) => cell.startsWith(' ')) && length > rows.flat().length * SENTENCE;
}
