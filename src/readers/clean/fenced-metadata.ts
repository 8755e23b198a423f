import { splitEntries } from './front-matter-entries.ts';
import { NOTATIONS, type Notation } from './front-matter-notations.ts';

/** A block of metadata above the heading of a page, which Markdown takes for code: advisories and proposals begin with one. */
export interface FencedMetadata {
  readonly notation: Notation;
  /** The lines of its first table, which say what the document is. */
  readonly own: readonly string[];
  /** The page without it. */
  readonly body: string;
}

const OPENING = /^(?:```|~~~)[ \t]*(toml|ya?ml)[ \t]*$/i;
const CLOSING = /^(?:```|~~~)[ \t]*$/;
const LONGEST = 100; // lines; more are a program's settings
const LEAST = 2; // keys; fewer are an example

/**
 * Finds the metadata that a page may state in a fence above its heading; null if it has none, or a fence of another kind. A page
 * with more fences of that notation is about it, and the first is an example, too, unless it says of what it is (`[advisory]`).
 */
export function readFencedMetadata(lines: readonly string[]): FencedMetadata | null {
  const [, language = ''] = OPENING.exec(lines[0] ?? '') ?? [];
  const end =
    language === '' ? -1 : lines.slice(0, LONGEST).findIndex((line, at) => at > 0 && CLOSING.test(line));
  const notation = NOTATIONS.find(({ table }) => (table === null) === /^y/i.test(language));
  const below = lines.slice(end + 1);
  if (end === -1 || !notation || !/^#{1,3} \S/.test(below.find((line) => line.trim() !== '') ?? ''))
    return null;
  const inside = lines.slice(1, end);
  const isNamed = notation.table?.test(inside[0] ?? '') ?? false;
  const own = isNamed ? ['', ...inside.slice(1)] : inside;
  const isExample = !isNamed && below.some((line) => language === OPENING.exec(line)?.[1]);
  if (isExample || splitEntries(own, notation).length < LEAST) return null;
  return { notation, own, body: below.join('\n') };
}
