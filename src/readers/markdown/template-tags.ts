import { createEndFinder } from './find-end.ts';
import { isInsideLine, OMITTED } from './omission.ts';

interface Tag {
  readonly open: string;
  readonly close: string;
}

// Liquid, Jinja and Nunjucks; Hugo's shortcodes; the attributes of kramdown. Longer openings come first.
const TAGS: readonly Tag[] = [
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
  { open: '{:', close: '}' },
  { open: '{#', close: '}' },
];
const START = /`{1,9}|\{\{[<%]?|\{[%:#]/g;
const LONGEST = 5000; // characters of a tag
const LINE = 200; // characters of attributes, which stay on one line

// What is between these and their ends is code, or meant for nobody to read.
const UNREAD = /^(?:highlight|code|codeblock|comment|mermaid|katex|math)$/;
// These write nothing themselves.
const SILENT =
  /^(?:end\w*|if|unless|else|elsif|elif|case|when|for|break|continue|cycle|assign|set|capture|raw|block|extends|macro|import|from|filter|call|with|tablerow|comment|highlight|increment|decrement|liquid|toc|nowrap)$/;

/**
 * Removes a site's template tags with all their arguments; text between two tags stays. A tag that writes into a
 * sentence leaves a mark in it.
 */
export function removeTemplateTags(text: string): string {
  const find = createEndFinder(text);
  const kept: string[] = [];
  let from = 0;
  START.lastIndex = 0;
  for (let found = START.exec(text); found; found = START.exec(text)) {
    const read: { end: number; mark?: string } | null = found[0].startsWith('`')
      ? skipCode(found, find)
      : readTag(text, found, find);
    if (read === null) continue;
    if (read.mark !== undefined) {
      kept.push(text.slice(from, found.index), read.mark);
      from = read.end;
    }
    START.lastIndex = read.end;
  }
  return [...kept, text.slice(from)].join('');
}

type Find = ReturnType<typeof createEndFinder>;

/** Code in a line keeps what looks like tags. */
function skipCode({ 0: mark, index }: RegExpExecArray, find: Find): { end: number } | null {
  const close = find(mark, index + mark.length);
  const paragraph = find('\n\n', index);
  return close === -1 || (paragraph !== -1 && paragraph < close) ? null : { end: close + mark.length };
}

function readTag(
  text: string,
  { 0: open, index }: RegExpExecArray,
  find: Find,
): { end: number; mark: string } | null {
  const tag = TAGS.find((each) => each.open === open);
  const close = tag ? find(tag.close, index + open.length) : -1;
  if (!tag || close === -1 || close - index > LONGEST) return null;
  const inside = text.slice(index + open.length, close).trim();
  const end = close + tag.close.length;
  if (tag.close === '}') return isAttributes(open, inside) ? { end, mark: '' } : null;
  const name = /^[-+~/]?\s*([\w-]*)/.exec(inside)?.[1] ?? '';
  const unread = UNREAD.test(name) ? endOfUnread(text, end, name) : null;
  if (unread !== null) return { end: unread, mark: '' };
  const writes = open === '{%' ? !SILENT.test(name) : !inside.startsWith('/') && !inside.startsWith('*');
  const paired = open !== '{{' && text.startsWith(`${open} /${name} `, find(`${open} /${name} `, end));
  return { end, mark: writes && !paired && isInsideLine(text, index, end) ? OMITTED : '' };
}

function isAttributes(open: string, inside: string): boolean {
  return inside.length < LINE && !inside.includes('\n') && (open === '{:' || /^[\w-]+$/.test(inside));
}

/** Where the text between a tag and its end is over; null if nothing ends it. */
function endOfUnread(text: string, from: number, name: string): number | null {
  const pattern = new RegExp(`\\{(?:%[-+]?\\s*end${name}\\s*[-+]?%|\\{[<%]\\s*/${name}\\s*[>%]\\})\\}`, 'g');
  pattern.lastIndex = from;
  return pattern.exec(text) ? pattern.lastIndex : null;
}
