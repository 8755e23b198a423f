import { parseCsv } from '../../core/text/csv.ts';
import type { Row } from '../clean/table-blocks.ts';
import { type Directive, parseDirective } from './directive.ts';
import { indentOf, skipBlank, takeIndented } from './lines.ts';

/** A table that is written as values between commas or as a list of lists, in text still marked up. */
export interface DirectiveTable {
  readonly caption: string;
  readonly rows: readonly Row[];
}

/** Reads `.. csv-table::` and `.. list-table::`; null for everything else. */
export function readDirectiveTable(first: string, body: readonly string[]): DirectiveTable | null {
  const directive = parseDirective(first, body);
  const caption = directive?.argument ?? '';
  if (directive?.name === 'csv-table') return { caption, rows: csvRows(directive) };
  return directive?.name === 'list-table' ? { caption, rows: listRows(directive.content) } : null;
}

/** The first line tells which sign parts the cells; being empty otherwise, it is no row. */
function csvRows({ options, lead, content }: Directive): readonly Row[] {
  const delimiter = options.get('delim') === ';' ? ';' : ',';
  const lines = [delimiter, options.get('header') ?? '', ...lead, ...content];
  return parseCsv(lines.join('\n').replace(/(?<=[,;]) +(?=")/g, ''));
}

function listRows(content: readonly string[]): readonly Row[] {
  return itemsOf(content).map((row) => itemsOf(row).map(cellText));
}

const ITEM = /^[-*+•](?:\s+|$)/;

/** The lines of each item of a list, without its mark. */
function itemsOf(lines: readonly string[]): string[][] {
  const items: string[][] = [];
  let at = skipBlank(lines, 0);
  for (let item = ITEM.exec(lines[at] ?? ''); item; item = ITEM.exec(lines[at] ?? '')) {
    const [mark] = item;
    const { end } = takeIndented(lines, at + 1, Math.min(2, mark.length));
    const below = lines.slice(at + 1, end).map((line) => line.slice(Math.min(mark.length, indentOf(line))));
    items.push([(lines[at] ?? '').slice(mark.length), ...below]);
    at = skipBlank(lines, end);
  }
  return items;
}

function cellText(lines: readonly string[]): string {
  const written = lines.map((line) => line.trim().replace(ITEM, '')).filter((line) => line !== '');
  return written.join(' ');
}
