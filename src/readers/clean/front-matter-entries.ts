import type { Notation } from './front-matter-notations.ts';

/** One key of front matter with the lines of its value. */
export interface Entry {
  readonly key: string;
  readonly source: string;
  /** The line in the file on which it begins, from 1. */
  readonly line: number;
}

/**
 * Splits front matter into its top-level keys, so that a mistake in one value costs that value only. A value goes on
 * until the next line that begins with a key, or until the end of its quotation.
 */
export function splitEntries(lines: readonly string[], { key: pattern, table }: Notation): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < lines.length; ) {
    if (table?.test(lines[at] ?? '')) break;
    const key = keyOf(lines[at], pattern);
    const next = key === null ? at + 1 : entryEnd(lines, at, { pattern, table });
    if (key !== null) entries.push({ key, source: lines.slice(at, next).join('\n'), line: at + 2 });
    at = next;
  }
  return entries;
}

function keyOf(line: string | undefined, pattern: RegExp): string | null {
  const found = pattern.exec(line ?? '');
  return found ? (found[1] ?? '').replace(/^["']|["']$/g, '') : null;
}

function entryEnd(
  lines: readonly string[],
  start: number,
  { pattern, table }: { readonly pattern: RegExp; readonly table: RegExp | null },
): number {
  const quoted = quotationEnd(lines, start, pattern);
  let end = quoted ?? start + 1;
  while (end < lines.length && keyOf(lines[end], pattern) === null && !table?.test(lines[end] ?? '')) end++;
  return end;
}

const LONGEST = 40; // lines of one quoted value

/** Where a quotation ends that begins a value and runs over lines; null if it doesn't. */
function quotationEnd(lines: readonly string[], start: number, pattern: RegExp): number | null {
  const value = (lines[start] ?? '').replace(pattern, '').trim();
  const mark = /^(?:"""|'''|["'])/.exec(value)?.[0];
  if (!mark || closes(value.slice(mark.length), mark)) return null;
  for (let at = start + 1; at < Math.min(lines.length, start + LONGEST); at++)
    if (closes(lines[at] ?? '', mark)) return at + 1;
  return null;
}

function closes(line: string, mark: string): boolean {
  const bare = line.replace(/(?<!\s)\s+#.*$/, '').trimEnd();
  return bare.endsWith(mark) && !bare.endsWith(`\\${mark}`);
}
