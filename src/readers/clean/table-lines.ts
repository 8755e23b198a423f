import { countCells, isFilled, type Row, splitBlocks } from './table-blocks.ts';
import { findHeader, isAmount } from './table-header.ts';

/**
 * The rows of a table as lines that can be read alone: "Port: Lindau; Depth: 4.5 m". Values are as given; rows above
 * the header and rows of a single cell stay as they are.
 */
export function* tableLines(rows: readonly Row[]): Generator<string> {
  let labels: readonly string[] | null = null;
  for (const block of splitBlocks(rows)) {
    const found = findHeader(block, labels === null);
    const repeated: boolean = found === null && labels !== null && isHeader(block[0], labels);
    const from = found?.to ?? (repeated ? 1 : 0);
    yield* block.slice(0, found?.from ?? 0).map((row) => joinRow(row, []));
    if (found && hasEmptyColumn(block.slice(found.to), found.labels))
      yield* block.slice(found.from, found.to).map((row) => joinRow(row, []));
    labels = found?.labels ?? (labels !== null && fits(block, labels) ? labels : null);
    const pairs = labels === null && isListOfPairs(block);
    for (const row of block.slice(from)) {
      if (labels !== null && isHeader(row, labels)) continue;
      yield pairs ? row.filter(isFilled).join(': ').replace('::', ':') : joinRow(row, labels ?? []);
    }
  }
}

/** Whether a column has a name and no value, so that no row would tell its name. */
function hasEmptyColumn(rows: readonly Row[], labels: readonly string[]): boolean {
  return labels.some((label, at) => label !== '' && !rows.some((row) => isFilled(row[at])));
}

/** Whether rows without a header belong to the columns of the table above. */
function fits(block: readonly Row[], labels: readonly string[]): boolean {
  const widths = block.map((row) => row.findLastIndex(isFilled) + 1);
  return Math.max(...widths.slice(0, 1000)) === labels.length && labels.length > 1;
}

function isHeader(row: Row | undefined, labels: readonly string[]): boolean {
  return row !== undefined && labels.some(isFilled) && labels.every((label, at) => (row[at] ?? '') === label);
}

/** Whether a table of two columns gives a name and a value in each row, as forms do. */
function isListOfPairs(block: readonly Row[]): boolean {
  const full = block.filter((row) => countCells(row) === 2 && row.findLastIndex(isFilled) === 1);
  const amounts = full.filter((row) => isAmount(row[1])).length;
  const named = full.filter((row) => !isAmount(row[0])).length;
  if (full.length < block.length * 0.8 || named < full.length) return false;
  return (amounts > 0 && amounts < full.length * 0.8) || full.every((row) => row[0]?.endsWith(':'));
}

/** A row of one cell that spreads over several columns is a heading or a note. */
function joinRow(row: Row, labels: readonly string[]): string {
  const alone = row.filter(isFilled).length === 1 && row.includes(null);
  return row
    .flatMap((cell, at) => {
      if (!isFilled(cell)) return [];
      const label = alone ? undefined : labels[at];
      return label ? `${label}: ${cell}` : cell;
    })
    .join('; ');
}
