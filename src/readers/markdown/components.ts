import { createEndFinder } from '../clean/find-end.ts';
import { isInsideLine, OMITTED } from '../clean/omission.ts';

const MODULE =
  /^(?:import\s+(?:[\w*{'"]|type\b)|export\s+(?:default|const|let|var|function|async|class|type|interface|\{|\*))/;
const START = /`{1,9}|\{|<(?=\/?(?:[A-Z>]|[\w.-]+[\s\S]))/g;
const LONGEST = 10_000; // characters of a tag or an expression
const MOST_UNCLOSED = 500; // brackets; a text with more is no MDX

/** Removes what MDX adds to Markdown: imports, exports, expressions, and the tags of components; their children stay. */
export function removeComponents(text: string): string {
  const paragraphs = text.split(/(\n[ \t]*\n)/);
  return removeMarkup(paragraphs.filter((paragraph) => !MODULE.test(paragraph.trimStart())).join(''));
}

function removeMarkup(text: string): string {
  const find = createEndFinder(text);
  const kept: string[] = [];
  let from = 0;
  let unclosed = 0;
  START.lastIndex = 0;
  for (let found = START.exec(text); found; found = START.exec(text)) {
    const { 0: mark, index } = found;
    const close = mark.startsWith('`') ? find(mark, index + mark.length) : closeOf(text, index);
    if (close === -1 && ++unclosed > MOST_UNCLOSED) break;
    if (close === -1) continue;
    const end = close + (mark.startsWith('`') ? mark.length : 1);
    START.lastIndex = end;
    const written = text.slice(index, end);
    if (mark.startsWith('`') || (mark === '<' && !isComponent(written))) continue;
    kept.push(text.slice(from, index), mark === '{' ? expressionText(text, index, end) : '');
    from = end;
  }
  return [...kept, text.slice(from)].join('');
}

/** A component's name begins with a capital; in other tags, only expressions are beyond HTML. */
function isComponent(tag: string): boolean {
  return /^<\/?(?:[A-Z>]|\w+\.)/.test(tag) || tag.includes('={');
}

function expressionText(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1).trim();
  const literal = /^(["'`])([^"'`$\\]*)\1$/.exec(inside)?.[2];
  if (literal !== undefined) return literal;
  return !/^\/\*|^$/.test(inside) && isInsideLine(text, start, end) ? OMITTED : '';
}

/** Where a tag or an expression ends: at its last bracket, outside quotations and the expressions inside it. */
function closeOf(text: string, start: number): number {
  const isTag = text[start] === '<';
  let depth = isTag ? 0 : 1;
  let quote = '';
  for (let at = start + 1; at < Math.min(text.length, start + LONGEST); at++) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (/["'`]/.test(character) && (isTag || depth > 0)) quote = character;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    if (quote === '' && (isTag ? character === '>' && depth === 0 : depth === 0)) return at;
  }
  return -1;
}
