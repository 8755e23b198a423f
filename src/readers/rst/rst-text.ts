import { HEADING, NESTED, tidyLine, tidyText } from '../clean/readable-text.ts';
import type { Row } from '../clean/table-blocks.ts';
import { tableLines } from '../clean/table-lines.ts';
import { readDirectiveTable } from './directive-table.ts';
import { shownOf } from './explicit.ts';
import { readLines } from './fields.ts';
import { inlineText, type Substitutions } from './inline-text.ts';
import { indentOf, isBlank, isRule, skipBlank, takeIndented } from './lines.ts';
import { findSubstitutions } from './substitutions.ts';
import { readTable } from './table.ts';

/**
 * What reStructuredText shows, as plain text: paragraphs and headings separated, items and rows as lines. Code, pictures,
 * comments and targets of links are dropped. A heading at the top is the title and not part of the text.
 */
export function rstText(source: string): { title: string | null; text: string } {
  const lines = source.replace(/\t/g, '        ').split('\n');
  const parts = writeBody(lines, { lists: 0, depth: 0, substitutions: findSubstitutions(lines) });
  const [first = ''] = parts;
  const isTitle = first.includes(HEADING) && parts.length > 1;
  const text = tidyText((isTitle ? parts.slice(1) : parts).join('\n\n'));
  return { title: isTitle ? tidyLine(first.replace(HEADING, '')) : null, text };
}

/** Within how many lists, and how many things of any kind, lines stand. */
interface Place {
  readonly lists: number;
  readonly depth: number;
  readonly substitutions: Substitutions;
}

const DEEPEST = 50; // what is nested deeper is one paragraph

/** The parts of a body of text: each a heading, a paragraph, a table or a whole list, which may be several lines. */
function writeBody(lines: readonly string[], place: Place): string[] {
  if (place.depth > DEEPEST) return [joinLines(lines, place)];
  const parts: string[] = [];
  for (let at = skipBlank(lines, 0); at < lines.length; at = skipBlank(lines, at)) {
    const { text, end } = readPart(lines, at, place);
    if (text !== '') parts.push(text);
    at = Math.max(end, at + 1);
  }
  return parts;
}

interface Part {
  readonly text: string;
  readonly end: number;
}

function readPart(lines: readonly string[], at: number, place: Place): Part {
  return (
    readExplicit(lines, at, place) ??
    readTablePart(lines, at, place) ??
    readHeading(lines, at, place) ??
    readList(lines, at, place) ??
    readQuote(lines, at, place) ??
    readLinesPart(lines, at, place) ??
    readParagraph(lines, at, place)
  );
}

const EXPLICIT = /^\.\.(?:\s+(.*))?$/;

function readExplicit(lines: readonly string[], at: number, place: Place): Part | null {
  const found = EXPLICIT.exec(lines[at] ?? '');
  if (!found && !/^__ /.test(lines[at] ?? '')) return null;
  const first = found?.[1] ?? '';
  const { lines: body, end } = takeIndented(lines, at + 1);
  const table = readDirectiveTable(first, body);
  const parts = table
    ? [inlineText(table.caption, place.substitutions), writeRows(table.rows, place)]
    : writeBody(shownOf(first, body), { ...place, depth: place.depth + 1 });
  return { text: parts.filter((part) => part !== '').join('\n\n'), end };
}

function readTablePart(lines: readonly string[], at: number, place: Place): Part | null {
  const table = readTable(lines, at);
  return table && { text: writeRows(table.rows, place), end: table.end };
}

function writeRows(rows: readonly Row[], { substitutions }: Place): string {
  const shown = rows.map((row) => row.map((cell) => (cell ? inlineText(cell, substitutions) : cell)));
  return [...tableLines(shown)].join('\n');
}

function readHeading(lines: readonly string[], at: number, { substitutions }: Place): Part | null {
  const [line = '', next = '', third = ''] = lines.slice(at, at + 3);
  const write = (title: string) => `${inlineText(title.trim(), substitutions)}${HEADING}`;
  if (isRule(line) && !isBlank(next) && isRule(third) && third[0] === line[0])
    return { text: write(next), end: at + 3 };
  if (isRule(line)) return { text: '', end: at + 1 };
  const isHead =
    indentOf(line) === 0 && isRule(next) && (next.trim().length >= 4 || next.length >= line.length);
  return isHead ? { text: write(line), end: at + 2 } : null;
}

const ITEM = /^(?:(?<bullet>[-*+•])|(?<number>\(?(?:\d{1,3}|#|[a-zA-Z]|[ivx]{1,5})[.)]))(?<gap> +)(?=\S)/;

/** The items of a list, each with what is nested in it. */
function readList(lines: readonly string[], at: number, place: Place): Part | null {
  const within = { ...place, lists: place.lists + 1, depth: place.depth + 1 };
  const items: string[] = [];
  let end = at;
  for (let item = ITEM.exec(lines[end] ?? ''); item; item = ITEM.exec(lines[end] ?? '')) {
    const mark = item.groups?.number && !item.groups.number.startsWith('#') ? `${item.groups.number} ` : '';
    const own = (lines[end] ?? '').slice(item[0].length);
    const taken = takeIndented(lines, end + 1, Math.min(2, item[0].length));
    const body = isBlank(taken.lines[0]) ? [own, '', ...taken.lines] : [own, ...taken.lines];
    items.push(`${NESTED.repeat(place.lists)}${mark}${writeBody(body, within).join('\n')}`);
    const next = skipBlank(lines, taken.end);
    end = ITEM.test(lines[next] ?? '') ? next : taken.end;
  }
  return items.length > 0 ? { text: items.join('\n'), end } : null;
}

function readQuote(lines: readonly string[], at: number, place: Place): Part | null {
  if (indentOf(lines[at]) === 0) return null;
  const { lines: quoted, end } = takeIndented(lines, at);
  return { text: writeBody(quoted, { ...place, depth: place.depth + 1 }).join('\n\n'), end };
}

function readLinesPart(lines: readonly string[], at: number, { substitutions }: Place): Part | null {
  const read = readLines(lines, at, substitutions);
  return read && { text: read.lines.join('\n'), end: read.end };
}

/** A paragraph, as one line. One that ends in two colons introduces code, which is dropped. */
function readParagraph(lines: readonly string[], at: number, place: Place): Part {
  let end = at + 1;
  while (end < lines.length && !isBlank(lines[end]) && indentOf(lines[end]) === 0) end++;
  const block = lines.slice(at, end);
  const isIntroduction = block.at(-1)?.trimEnd().endsWith('::');
  return { text: joinLines(block, place), end: isIntroduction ? takeIndented(lines, end).end : end };
}

function joinLines(lines: readonly string[], { substitutions }: Place): string {
  const joined = lines.map((line) => line.trim()).join(' ');
  return inlineText(joined.replace(/(?<=^|\s)::$/, '').replace(/::$/, ':'), substitutions);
}
