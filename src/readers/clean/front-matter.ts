import { type DocumentMetadata, UNKNOWN } from '../../core/library/documents/document.ts';
import { readFencedMetadata } from './fenced-metadata.ts';
import { splitEntries } from './front-matter-entries.ts';
import { isKnownKey, readKeys } from './front-matter-keys.ts';
import { NOTATIONS, type Notation } from './front-matter-notations.ts';
import { readJsonFrontMatter } from './json-front-matter.ts';

/** What a file states about itself, and the rest of it. */
export interface FrontMatter {
  readonly metadata: DocumentMetadata;
  readonly body: string;
  /** Keys whose values could not be read, each as the end of a sentence that begins with the file. */
  readonly omissions: readonly string[];
}

const KNOWN_KEY = /^(?:title|publisher|authors?|published|date|url|lang|language)\s*[:=]/i;
const ANY_KEY = /^(?:#|["']?[\p{L}\p{N}_][^:=\n]{0,60}["']?\s*[:=](?:\s|$)|\[)/u;

/** Splits a file of Markdown or HTML into its front matter, YAML between `---`, TOML between `+++` or JSON in braces, and its body. */
export async function parseFrontMatter(source: string): Promise<FrontMatter> {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const json = readJsonFrontMatter(lines);
  if (json) return { ...readKeys(json.values), body: json.body };
  const fenced = await readFence(lines);
  if (fenced) return fenced;
  const notation = NOTATIONS.find(({ fence }) => lines[0]?.trimEnd() === fence);
  const none = { metadata: UNKNOWN, body: source, omissions: [] };
  if (!notation) return none;
  const closing = lines.findIndex((line, at) => at > 0 && notation.closing.test(line));
  const inside = lines.slice(1, closing === -1 ? lines.length : closing);
  const first = inside.find((line) => line.trim() !== '') ?? '';
  if (!(closing === -1 ? KNOWN_KEY : ANY_KEY).test(first) && !(closing !== -1 && first === '')) return none;

  const end = closing === -1 ? endOfKeys(lines) : closing;
  const read = await readEntries(lines.slice(1, end), notation);
  const unclosed =
    closing === -1 ? [`has front matter without a closing "${notation.fence}"; add it below the keys`] : [];
  return {
    metadata: read.metadata,
    body: lines.slice(closing === -1 ? end : end + 1).join('\n'),
    omissions: [...unclosed, ...read.omissions],
  };
}

/** Reads a fence that says what its page is, or of when: with an author alone it is that of a program. */
async function readFence(lines: readonly string[]): Promise<FrontMatter | null> {
  const fenced = readFencedMetadata(lines);
  if (!fenced) return null;
  const { metadata, omissions } = await readEntries(fenced.own, fenced.notation);
  if (metadata.title === null && metadata.published === null) return null;
  return { metadata: { ...metadata, url: null }, body: fenced.body, omissions }; // an address there is that of a reference
}

/** Front matter that nothing closes is taken to end at the first empty line. */
function endOfKeys(lines: readonly string[]): number {
  const empty = lines.findIndex((line, at) => at > 0 && line.trim() === '');
  return empty === -1 ? lines.length : empty;
}

async function readEntries(lines: readonly string[], notation: Notation) {
  const parse = await notation.load();
  const values = new Map<string, { readonly value: unknown; readonly line: number }>();
  const tooLong: string[] = [];
  for (const { key, source, line } of splitEntries(lines, notation).filter((entry) =>
    isKnownKey(entry.key.toLowerCase()),
  ))
    if (source.length <= LONGEST) values.set(key.toLowerCase(), { value: parse(source, key), line });
    else tooLong.push(`has front matter with a "${key}" that was ignored: line ${line}: ${TOO_LONG}`);
  const { metadata, omissions } = readKeys(values);
  return { metadata, omissions: [...tooLong, ...omissions] };
}

const LONGEST = 10_000; // characters of a value; a YAML parser's time grows with the square of a map's keys
const TOO_LONG = `is longer than ${LONGEST} characters`;
