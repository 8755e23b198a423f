import * as z from 'zod';
import { type DocumentMetadata, UNKNOWN } from '../../core/library/document.ts';
import { unreadable } from '../../core/library/document-reader.ts';
import { documentKeys } from '../../core/library/sources-file.ts';
import { checkYaml } from '../../core/library/yaml-file.ts';
import { parseStatedDate } from '../../core/text/stated-date.ts';
import type { UserError } from '../../core/text/user-error.ts';

const KNOWN_KEY = /^(?:title|publisher|author|published|date|url|language)\s*:/;
const ANY_KEY = /^(?:#|["']?[\p{L}\p{N}_][^:\n]{0,60}:(?:\s|$))/u;

const published = z.string('must be a date').transform((written, context) => {
  const date = parseStatedDate(written);
  if (date === null) context.addIssue('is not a date; use YYYY-MM-DD, YYYY-MM or YYYY');
  return date ?? z.NEVER;
});

/** Keys of other programs (tags, layout, draft) are ignored; a key without a value states nothing. */
const shape = z.object({
  title: optional(documentKeys.title),
  publisher: optional(documentKeys.publisher),
  author: z.preprocess(joinNames, documentKeys.author),
  published: optional(published.optional()),
  date: optional(published.optional()),
  url: optional(documentKeys.url),
  language: optional(documentKeys.language),
});

/** Splits a Markdown file into what its front matter states and the rest; `date` is the usual name of `published`. */
export function parseFrontMatter(source: string): { metadata: DocumentMetadata; body: string } {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const none = { metadata: UNKNOWN, body: source };
  if (lines[0]?.trimEnd() !== '---') return none;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const first = lines.slice(1, end === -1 ? 2 : end).find((line) => line.trim() !== '') ?? '';
  if (end === -1 && KNOWN_KEY.test(first))
    throw refusal(1, 'starts with "---" but has no closing "---"; add it below the keys');
  if (end === -1 || !(first === '' || ANY_KEY.test(first))) return none;

  const read = checkYaml(['', ...lines.slice(1, end)].join('\n'), shape);
  if (read.kind === 'problem') throw refusal(read.line, read.what);
  return { metadata: metadataOf(read.data), body: lines.slice(end + 1).join('\n') };
}

function optional<T extends z.ZodType>(schema: T): z.ZodPreprocess<T> {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}

function joinNames(value: unknown): unknown {
  if (value === '') return undefined;
  return Array.isArray(value) && value.every((name) => typeof name === 'string') ? value.join(', ') : value;
}

function metadataOf(keys: z.infer<typeof shape>): DocumentMetadata {
  return {
    title: keys.title ?? null,
    publisher: keys.publisher ?? null,
    author: keys.author ?? null,
    published: keys.published ?? keys.date ?? null,
    url: keys.url ?? null,
    language: keys.language ?? null,
  };
}

function refusal(line: number, what: string): UserError {
  return unreadable(`has invalid front matter: line ${line}: ${what.replace(/\.$/, '')}`);
}
