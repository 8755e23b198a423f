import { createEndFinder } from './find-end.ts';
import { isInsideBlock, isInsideLine, OMITTED } from './omission.ts';

/** How the templates of a kind of text are told from the text. */
interface Dialect {
  /** Where a tag, or code that may look like one, may begin. */
  readonly start: RegExp;
  readonly isInside: typeof isInsideLine;
}

const DIALECTS = {
  markdown: { start: /`{1,9}|\{\{[<%]?|\{[%:#.]/g, isInside: isInsideLine },
  html: { start: /\{\{[<%]?|\{[%#]/g, isInside: isInsideBlock },
} satisfies Record<string, Dialect>;

interface Tag {
  readonly open: string;
  readonly close: string;
}

// Liquid, Jinja, Nunjucks, Handlebars and Go; Hugo's shortcodes; the attributes of kramdown. Longer openings come first.
const TAGS: readonly Tag[] = [
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
  { open: '{:', close: '}' },
  { open: '{.', close: '}' },
  { open: '{#', close: '}' },
  { open: '{#', close: '#}' },
];
const LONGEST = 5000; // characters of a tag
const LINE = 200; // characters of attributes, which stay on one line

// What is between these and their ends holds no tags: text, code, or what nobody is meant to read.
const UNREAD = /^(?:raw|verbatim|highlight|code|codeblock|comment|mermaid|katex|math)$/;
const VERBATIM = /^(?:raw|verbatim)$/;
// These write nothing themselves.
const SILENT =
  /^(?:end\w*|if|unless|case|for|break|continue|cycle|assign|set|capture|raw|block|extends|macro|import|from|filter|call|tablerow|comment|highlight|increment|decrement|liquid|toc|nowrap|load|layout|with|blocktrans\w*|autoescape|spaceless)$/;
const SILENT_ACTION =
  /^(?:[*/#^!]|[-~]?\s*(?:(?:if|range|with|define|block|end|break|continue)\b|\$\w+\s*:?=|\/\*))/; // between double braces

/**
 * Removes a site's template tags with all their arguments; text between two tags stays. A tag that writes into a
 * sentence, or parts two wordings of it, leaves a mark in it.
 */
export function removeTemplateTags(text: string, dialect: keyof typeof DIALECTS): string {
  const find = createFinder(text);
  const { isInside } = DIALECTS[dialect];
  const start = new RegExp(DIALECTS[dialect].start);
  const kept: string[] = [];
  let from = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const read: ReadTag | null = found[0].startsWith('`')
      ? skipCode(found, find)
      : readTag(text, found, find);
    if (read === null) continue;
    if (read.kept !== undefined) {
      const mark = read.writes && isInside(text, found.index, read.end) ? OMITTED : '';
      kept.push(text.slice(from, found.index), read.kept, mark);
      from = read.end;
    }
    start.lastIndex = read.end;
  }
  return [...kept, text.slice(from)].join('');
}

interface ReadTag {
  readonly end: number;
  /** What stays of it; undefined if it is no tag. */
  readonly kept?: string;
  /** Whether something would stand in its place. */
  readonly writes?: boolean;
}

type Find = ReturnType<typeof createFinder>;

/** Code in a line keeps what looks like tags. */
function skipCode({ 0: mark, index }: RegExpExecArray, find: Find): ReadTag | null {
  const close = find(mark, index + mark.length);
  const paragraph = find('\n\n', index);
  return close === -1 || (paragraph !== -1 && paragraph < close) ? null : { end: close + mark.length };
}

function readTag(text: string, { 0: open, index }: RegExpExecArray, find: Find): ReadTag | null {
  for (const tag of TAGS.filter((each) => each.open === open)) {
    const close = find(tag.close, index + open.length);
    const read =
      close === -1 || close - index > LONGEST ? null : readClosed(text, { tag, index, close }, find);
    if (read) return read;
  }
  return null;
}

function readClosed(
  text: string,
  { tag, index, close }: { readonly tag: Tag; readonly index: number; readonly close: number },
  find: Find,
): ReadTag | null {
  const { open } = tag;
  const inside = text.slice(index + open.length, close).trim();
  const end = close + tag.close.length;
  if (tag.close === '}') return isAttributes(open, inside) ? { end, kept: '' } : null;
  const name = /^[-+~/]?\s*([\w-]*)/.exec(inside)?.[1] ?? '';
  const unread = UNREAD.test(name) ? find.endTag(name, end) : null;
  if (unread) return { end: unread.end, kept: VERBATIM.test(name) ? text.slice(end, unread.start) : '' };
  const speaks = open === '{%' ? !SILENT.test(name) : open !== '{#' && !SILENT_ACTION.test(inside);
  return { end, kept: '', writes: speaks && !isPaired(text, { open, name, end }, find) };
}

/** Whether a tag of Hugo has an end of its own further on. */
function isPaired(
  text: string,
  { open, name, end }: { readonly open: string; readonly name: string; readonly end: number },
  find: Find,
): boolean {
  return open !== '{{' && text.startsWith(`${open} /${name} `, find(`${open} /${name} `, end));
}

function isAttributes(open: string, inside: string): boolean {
  return inside.length < LINE && !inside.includes('\n') && (open === '{:' || ATTRIBUTES.test(inside));
}

const ATTRIBUTES = /^[a-z_][\w-]*(?: +[.#]?[\w-]+(?:=\S+)?)*$/i;

/** Finds marks, and the tags that end others; what isn't there is looked for once. */
function createFinder(text: string) {
  const missing = new Set<string>();
  const endTag = (name: string, from: number): { start: number; end: number } | null => {
    if (missing.has(name)) return null;
    const pattern = new RegExp(
      `\\{(?:%[-+]?\\s*end${name}\\s*[-+]?%|\\{[<%]\\s*/${name}\\s*[>%]\\})\\}`,
      'g',
    );
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) missing.add(name);
    return found && { start: found.index, end: pattern.lastIndex };
  };
  return Object.assign(createEndFinder(text), { endTag });
}
