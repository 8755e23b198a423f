import { UNKNOWN } from '../../core/library/documents/document.ts';
import { findStatedDates } from '../../core/library/facts/opening-dates.ts';
import type { DocumentReader } from '../../core/library/reading/document-reader.ts';
import { HEADED, INDENT } from '../../core/text/paragraphs.ts';
import { joinCutParagraphs } from '../clean/cut-paragraphs.ts';
import { decodeText } from '../clean/decode.ts';
import type { FrontMatter } from '../clean/front-matter.ts';
import { removeFurniture } from '../clean/furniture.ts';
import { joinInlineBreaks } from '../clean/inline-breaks.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { findStampedDay } from '../clean/stamped-day.ts';
import { removeUnseen, unifyLineBreaks } from '../clean/unseen.ts';
import { joinWrappedLines } from '../clean/wrapped-lines.ts';

/** Reads plain text, as written or as scraped from a web page: page furniture is left out. */
export const textReader: DocumentReader = {
  format: 'text',
  accepts: (name) => /\.(?:txt|text)$/i.test(name),
  read: async (bytes) => {
    const { metadata, body, omissions } = await splitStated(await decodeText(bytes));
    const whole = joinInlineBreaks(plainSpaces(removeUnseen(unifyLineBreaks(body))));
    const { title, text: kept } = removeFurniture(whole, 'file');
    const text = joinWrappedLines(joinCutParagraphs(kept));
    refuseUnreadable(text);
    return {
      title,
      text,
      metadata,
      omissions,
      embedded: { ...UNKNOWN, published: dayBelow(title, whole, kept) ?? stampOf(title, whole) },
    };
  },
  readWhole: async (bytes) => plainSpaces(removeUnseen(unifyLineBreaks(await decodeText(bytes)))),
};

/**
 * What collectors write above a text: front matter that says what it is, or of when. Between lines that somebody drew, all
 * is the text's own.
 */
async function splitStated(source: string): Promise<FrontMatter> {
  const none = { metadata: UNKNOWN, body: source, omissions: [] };
  if (!/^\uFEFF?---\s*\n/.test(unifyLineBreaks(source.slice(0, OPENING)))) return none;
  if (!isKeysAlone(unifyLineBreaks(source.slice(0, KEYS)))) return none;
  const { parseFrontMatter } = await import('../clean/front-matter.ts');
  const stated = await parseFrontMatter(source);
  return stated.metadata.title === null && stated.metadata.published === null ? none : stated;
}

/** Whether nothing but keys and their values stand between the first line and the one that closes it. */
function isKeysAlone(source: string): boolean {
  const lines = source.split('\n').map((line) => line.trimEnd());
  const closing = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)$/.test(line));
  return closing > 0 && lines.slice(1, closing).every((line) => line === '' || KEY.test(line));
}

const KEYS = 20_000; // characters that front matter has at most
const KEY = /^(?:["']?[\p{L}\p{N}_][^:\n]{0,60}:(?:\s|$)|\s+\S|-\s|#|[\]}])/u;

/** The day that stands between a headline and its text, where speakers and sites write it and no text does. */
function dayBelow(title: string | null, whole: string, kept: string): string | null {
  const from = title === null ? -1 : whole.indexOf(title.slice(0, OPENING));
  const to = whole.indexOf(kept.slice(0, FIRST).split('\n')[0] ?? '', from);
  return from === -1 || to <= from || to - from > APART
    ? null
    : findStatedDates(whole.slice(from, to), null).published;
}

/** A page, as its headline tells, may keep its day for programs, where no reader of it looks. */
function stampOf(title: string | null, whole: string): string | null {
  return title === null ? null : findStampedDay(whole);
}

const OPENING = 30; // characters of a headline, which may go over several lines
const FIRST = 80; // characters of a text by which its start is found
const APART = 800; // characters

/** A text without the spaces by which other readers mark headings and items, and without any at the ends of its lines. */
function plainSpaces(text: string): string {
  return text.replace(MARKING, ' ').replace(/(?<![^\S\n])[^\S\n]+$/gm, '');
}

const MARKING = new RegExp(`[${HEADED}${INDENT}]`, 'g');
