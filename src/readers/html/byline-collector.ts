import { isLabelOfOther } from '../../core/text/date-labels.ts';
import { createHeadTracker } from './article-head.ts';
import { createBlockLine } from './block-line.ts';
import { type Byline, isBareDate, MAX_BYLINE } from './byline-dates.ts';
import { type Attributes, BLOCKS, type PageEvents } from './page-events.ts';

const DATED =
  /(?:^|[-_\s])(?:date|datum|datetime|fecha|published|pub-?date|publish-?(?:date|time)|posted-on|byline|dateline|timestamp|(?:post|entry|article|story)[-_]*(?:meta|info|date|time))(?:$|[-_\s])/i;
const AUTHOR = /(?:^|[-_\s])author(?:$|[-_\s])/i;
const OTHER =
  /(?:^|[-_\s])(?:events?|deadline|due|expir\w+|start|end|birth|born|valid|modified|modification|updated?|revised)[-_]/i;
const TERMS = new Set(['dt', 'th']); // name what follows them
const SENTENCE = /(?<![ap]\.m)[.!?。]$/iu;
const MAX_LINE = 1000; // characters, enough to tell a byline from a paragraph

/** A line or element that is open. */
interface Open {
  readonly kind: Byline['kind'] | 'other';
  readonly isBlock: boolean;
  /** Whether what stands before it says that its date is that of something else. */
  readonly isOther: boolean;
  text: string;
  depth: number;
}

/** Collects the lines of a page that may say when its article was published, at its head and in its own words. */
export function createBylineCollector(): PageEvents & { readonly bylines: readonly Byline[] } {
  const bylines: Byline[] = [];
  const head = createHeadTracker();
  const blocks = createBlocks(
    (found) => bylines.push(...found),
    () => head.isHead() && open === null,
  );
  let open: Open | null = null;
  const end = ({ text, kind, isBlock, isOther }: Open) => {
    const line = text.replace(/\s+/g, ' ').trim();
    const isByline = !head.line(line) && line.length <= MAX_BYLINE && /\d{4}/.test(line);
    if (!isByline) return;
    if (isOther || kind === 'other') blocks.refuse();
    else if (isBlock) bylines.push({ text: line, kind });
    else blocks.hold({ text: line, kind });
  };
  return {
    bylines,
    open(name, attributes) {
      head.open(name);
      blocks.open(name, attributes);
      if (open !== null) open.depth++;
      else if (head.isHead()) open = openLine(name, { attributes, isOther: blocks.isOther() });
    },
    text(heard) {
      blocks.text(heard);
      if (open !== null && open.text.length <= MAX_LINE) open.text += heard;
    },
    close(name) {
      head.close(name);
      blocks.close(name);
      if (open === null || open.depth-- > 0) return;
      end(open);
      open = null;
    },
  };
}

/** Tells the bylines within each block that is no sentence, and each block that is nothing but a date. */
function createBlocks(tell: (bylines: readonly Byline[]) => void, isFree: () => boolean) {
  let held: Byline[] = [];
  let isRefused = false;
  let above = { text: '', isTerm: false };
  let closing = '';
  const line = createBlockLine((text) => {
    if (!SENTENCE.test(text)) tell(held);
    const isPiece = isFree() && !isRefused && isBareDate(text);
    if (isPiece && !isLabelOfOther(above.text, above)) tell([{ text, kind: 'piece' }]);
    held = [];
    isRefused = false;
    if (text !== '') above = { text, isTerm: TERMS.has(closing) };
  });
  return {
    hold: (byline: Byline) => held.push(byline),
    refuse() {
      isRefused = true;
    },
    /** Whether what stands before the next text names the date of something else. */
    isOther: () => (line.heard() === '' ? isLabelOfOther(above.text, above) : isLabelOfOther(line.heard())),
    open(name: string, attributes: Attributes) {
      closing = '';
      line.open(name, attributes);
    },
    text: line.text,
    close(name: string) {
      closing = name;
      line.close(name);
    },
  };
}

function openLine(
  name: string,
  { attributes, isOther }: { attributes: Attributes; isOther: boolean },
): Open | null {
  const kind = kindOf(name, attributes);
  return kind && { kind, isOther, isBlock: BLOCKS.has(name), text: '', depth: 0 };
}

function kindOf(
  name: string,
  { class: classes = '', id = '', itemprop = '' }: Attributes,
): Open['kind'] | null {
  const isMarked = (mark: RegExp) => mark.test(classes) || mark.test(id);
  if (/^datePublished$/i.test(itemprop)) return 'date';
  if (isMarked(DATED)) return isMarked(OTHER) ? 'other' : 'date';
  if (isMarked(AUTHOR)) return 'author';
  if (name === 'time') return 'date';
  return name === 'p' ? 'plain' : null;
}
