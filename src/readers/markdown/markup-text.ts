import { unescapeAll } from './unescape.ts';

/** Writes blocks of HTML within Markdown as text. */
export interface MarkupWriter {
  write(markup: string): string;
  /** Whether the last block opened an element of deleted text that is not closed yet. */
  isDeleting(): boolean;
}

const UNREAD = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const TAG = /<(\/?)([a-z][\w.-]{0,40})\b[^<>]*>/gi;
const DELETED = /^(?:del|s|strike)$/;
const BREAKS =
  /^(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tr|ul)$/;
const APART = /^(?:p|div|h[1-6]|blockquote|table|ul|ol|section|article|figure)$/;

export function createMarkupWriter(): MarkupWriter {
  let deleting = 0;
  let preformatted = false;
  const textOf = (text: string) => (preformatted ? text : text.replace(/\s+/g, ' '));
  return {
    write(markup) {
      const text = markup
        .replace(UNREAD, '')
        .replace(/<sup\b[^<>]*>([^<>]{0,40})<\/sup>/gi, (_, raised: string) => raise(raised));
      const kept: string[] = [];
      let from = 0;
      for (const { 0: tag, 1: slash, 2: written = '', index } of text.matchAll(TAG)) {
        if (deleting === 0) kept.push(textOf(text.slice(from, index)));
        const name = written.toLowerCase();
        if (DELETED.test(name)) deleting = Math.max(0, deleting + (slash ? -1 : 1));
        else if (deleting === 0) kept.push(breakOf(name));
        if (name === 'pre') preformatted = !slash;
        from = index + tag.length;
      }
      if (deleting === 0) kept.push(textOf(text.slice(from)));
      return unescapeAll(kept.join(''));
    },
    isDeleting: () => deleting > 0,
  };
}

function breakOf(name: string): string {
  if (APART.test(name)) return '\n\n';
  if (BREAKS.test(name)) return '\n';
  return name === 'td' || name === 'th' ? ' ' : '';
}

/** The value of an attribute of one tag; empty if it has none. */
export function attributeOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return unescapeAll(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An exponent in raised digits, which join no number. Letters, as in "5th", stay as they are; marks of notes go. */
export function raise(text: string): string {
  const bare = text.trim();
  if (/^[+−-]?\d+$/.test(bare))
    return bare
      .replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit)
      .replace('+', '⁺')
      .replace(/[−-]/, '⁻');
  return /^(?:\[[^\]]{1,10}\]|[*†‡§]+)$/.test(bare) ? '' : text;
}
