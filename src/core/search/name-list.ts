import { parseCsv } from '../text/csv.ts';
import { echo } from '../text/echo.ts';
import { fold } from '../text/fold.ts';
import { unquote } from '../text/quotation-marks.ts';
import { UserError } from '../text/user-error.ts';

/** The largest file of names. */
export const MAX_LIST_BYTES = 1_000_000;
const MAX_NAMES = 1000;
const MAX_NAME = 200; // characters

/**
 * Reads a file of names or phrases as text with one a line: of a table (`.csv`, `.tsv`) the column headed
 * `query`, `name` or the like, or else the first; of any other file its lines. One that is too large, or no text, is a UserError.
 */
export function readNameFile(bytes: Uint8Array, name: string): string {
  refuseLargeList(name, bytes.length);
  const text = decode(bytes);
  if (text.includes('\0')) throw invalid(`${echo(name)} is no text. Save it as .csv or .txt.`);
  return /\.(?:csv|tsv)$/i.test(name) ? namesIn(parseCsv(text)).join('\n') : text;
}

/** Refuses a file of names that is too large, by its size in bytes. */
export function refuseLargeList(name: string, size: number): void {
  if (size > MAX_LIST_BYTES)
    throw invalid(`${echo(name)} is larger than ${MAX_LIST_BYTES / 1_000_000} MB. Divide it.`);
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What people call the column of what they look for; “query” is Dossier’s own. */
const HEADER =
  /^\s*(?:quer(?:y|ies)|(?:full )?names?|terms?|phrases?|compan(?:y|ies)|persons?|entit(?:y|ies))\s*$/i;

function namesIn(rows: readonly (readonly string[])[]): string[] {
  const [header = [], ...rest] = rows;
  const at = header.findIndex((cell) => HEADER.test(cell));
  const found = at === -1 ? rows.map(([first = '']) => first) : rest.map((row) => row[at] ?? '');
  return found.map((name) => name.replace(/\s+/g, ' '));
}

/** Parses names, one a line, or on one line divided by semicolons; each once. None, or too many, are a UserError. */
export function parseNames(text: string): readonly string[] {
  const lines = text.trim().split(/\r\n?|\n/);
  const typed = lines.length > 1 ? lines : text.split(';');
  const names = new Map<string, string>();
  for (const [at, line] of typed.entries()) {
    const name = unquote(line.trim()).trim();
    if (name.length > MAX_NAME)
      throw invalid(`Line ${at + 1} of the list has more than ${MAX_NAME} characters. Shorten it.`);
    const key = fold(name);
    if (/[\p{L}\p{N}]/u.test(name) && !names.has(key)) names.set(key, name);
  }
  if (names.size > MAX_NAMES)
    throw invalid(`The list has ${names.size} names. Use at most ${MAX_NAMES} at a time.`);
  if (names.size === 0) throw invalid('The list is empty. Put a name or a phrase on each line.');
  return [...names.values()];
}

function invalid(message: string): UserError {
  return new UserError(message, { code: 'invalid-list' });
}
