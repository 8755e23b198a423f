import {
  barePhrase,
  isAuthorHeading,
  isButtonRow,
  isByline,
  isCall,
  isCapitals,
  isCredit,
  isCutOff,
  isNote,
  isPointer,
} from './furniture-patterns.ts';
import { COMMENTS, CONTROL, SECTION, TEASER_END } from './furniture-phrases.ts';

/**
 * What a line of a page is. The first five may belong to the article, the others are furniture; the last four, except
 * links in capitals, are recognised only by a line's neighbours.
 */
export type LineKind =
  | 'prose'
  | 'fragment'
  | 'byline'
  | 'note'
  | 'cut'
  | 'control'
  | 'section'
  | 'comments'
  | 'teaser-end'
  | 'call'
  | 'pointer'
  | 'credit'
  | 'caption'
  | 'repeat'
  | 'link'
  | 'teaser';

/** One line of a page, or one hard-wrapped paragraph: `from` and `to` are the lines it covers, `to` exclusive. */
export interface PageLine {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: LineKind;
  readonly words: number;
}

const LONG = 30; // words from which a line is prose whether or not it ends in a full stop
const BRIEF = 20; // words up to which a line may be a byline or open the comments
const SHORT = 12; // words up to which a line may be a control or open a section
const LABEL = 250; // characters up to which a line may be any of these
const CAPITALS = 8; // words from which a line in capitals is a link rather than a heading
const LEAD_IN = 8; // words from which a line that ends in a colon is prose
const SENTENCE_END = /[.!?…。！？｡؟।։]["”’»」』)\]]*$/u;
const LINE_END = /[.!?…。！？｡؟।։:;"”’»」』)\]]$/u;
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/gu;

/** Parses a page's lines without blank ones; in hard-wrapped text a paragraph counts as one line. */
export function parsePageLines(lines: readonly string[]): PageLine[] {
  const wrapped = isHardWrapped(lines);
  const read: PageLine[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    if (wrapped && !isBlank(lines[from])) while (to < lines.length && !isBlank(lines[to])) to++;
    const text = lines.slice(from, to).join(' ').trim();
    if (text) read.push({ text, from, to, ...describe(text) });
    from = to;
  }
  return read;
}

/** Whether lines of a kind may belong to the article. */
export function isTextKind(kind: LineKind): boolean {
  return ['prose', 'fragment', 'byline', 'note', 'cut'].includes(kind);
}

/** Whether a text ends like a sentence, apart from closing quotes and brackets. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

function describe(text: string): { kind: LineKind; words: number } {
  const words = countWords(text);
  const phrase = text.length <= LABEL ? phraseKind(text, words) : null;
  return { words, kind: phrase ?? furnitureKind(text, words) ?? textKind(text, words) };
}

function phraseKind(text: string, words: number): LineKind | null {
  const bare = barePhrase(text);
  if (words <= BRIEF && COMMENTS.test(bare)) return 'comments';
  if (words > SHORT) return null;
  if (TEASER_END.test(bare)) return 'teaser-end';
  if (SECTION.test(bare) || isAuthorHeading(text)) return 'section';
  return CONTROL.test(bare) || isButtonRow(text) ? 'control' : null;
}

function furnitureKind(text: string, words: number): LineKind | null {
  if (isCredit(text, endsSentence(text))) return 'credit';
  if (isCall(text, words <= SHORT)) return 'call';
  return isPointer(text) ? 'pointer' : null;
}

function textKind(text: string, words: number): LineKind {
  if (words > 2 && isCutOff(text)) return 'cut';
  if (isNote(text)) return 'note';
  if (endsSentence(text)) return 'prose';
  if (text.length <= LABEL && words <= BRIEF && isByline(text)) return 'byline';
  if (words >= CAPITALS && isCapitals(text)) return 'link';
  return words >= LONG || (words >= LEAD_IN && /[:：]$/u.test(text)) ? 'prose' : 'fragment';
}

function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').match(/\S+/gu)?.length ?? 0;
  return spaced + unspaced / 2;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function isHardWrapped(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => !isBlank(line));
  const broken = lines.filter((line, index) => isBroken(line.trim(), lines[index + 1]));
  return broken.length >= 2 && broken.length / filled.length >= 0.25;
}

function isBroken(line: string, next: string | undefined): boolean {
  return line !== '' && !LINE_END.test(line) && /^\s*\p{Ll}/u.test(next ?? '');
}
