import { findTurns } from './debate-turns.ts';
import { continuesSentence, countEndMarks } from './sentence-boundaries.ts';
import type { Slice } from './slice.ts';

const WINDOW = 4096; // UTF-16 units; Intl.Segmenter is worse than quadratic on longer texts

const segmenters = new Map<string, Intl.Segmenter>();

/** Splits a paragraph, given as a slice of `text`, into sentences: trimmed slices in order. */
export function splitSentences(text: string, { start, end }: Slice, language: string): Slice[] {
  const sentences: Slice[] = [];
  let from = start;
  let open: Slice | null = null; // a sentence longer than the windows so far
  while (from < end) {
    const to = windowEnd(text, from, end);
    const [first, ...others] = segmentWindow(text, { start: from, end: to }, language);
    const found: Slice[] = first
      ? [{ start: open?.start ?? first.start, end: first.end }, ...others]
      : open
        ? [open]
        : [];
    const last = to < end ? found.at(-1) : undefined;
    sentences.push(...(last ? found.slice(0, -1) : found));
    open = last && found.length === 1 ? last : null;
    from = last && found.length > 1 ? last.start : to;
  }
  return sentences;
}

/** Returns where to end a window: at white space if there is any, never inside a surrogate pair. */
function windowEnd(text: string, from: number, end: number): number {
  if (end - from <= WINDOW) return end;
  for (let at = from + WINDOW; at > from + WINDOW / 2; at--) {
    if (/\s/.test(text.charAt(at))) return at;
  }
  const cut = from + WINDOW;
  return /[\uDC00-\uDFFF]/.test(text.charAt(cut)) ? cut + 1 : cut;
}

function segmentWindow(text: string, window: Slice, language: string): Slice[] {
  const raw = text.slice(window.start, window.end);
  // The segmenter would end a sentence at every line break; inside a paragraph, a line break is a space.
  const line = raw.replace(/[\r\n\u2028\u2029]/g, ' ');
  const sentences: Slice[] = [];
  let open: Slice | null = null;
  let from = 0;
  for (const { index, segment } of segmenterFor(language).segment(line)) {
    const end = index + segment.length;
    const start: number = open?.start ?? from;
    const before = line.slice(start, end);
    const marks = countEndMarks(before, line.slice(end, end + 5));
    const slice: Slice = { start, end: Math.max(from, end + marks) };
    from = slice.end;
    open = continuesSentence(before, line.slice(from, from + 80), language) ? slice : null;
    if (!open) pushTurns(sentences, raw, slice, window.start);
  }
  if (open) pushTurns(sentences, raw, open, window.start);
  return sentences;
}

/** Pushes a sentence, or each turn of a debate that it runs together. */
function pushTurns(sentences: Slice[], text: string, { start, end }: Slice, base: number): void {
  const starts = [0, ...findTurns(text.slice(start, end))].map((at) => start + at);
  starts.forEach((from, at) => {
    pushSentence(sentences, text, { start: from, end: starts[at + 1] ?? end }, base);
  });
}

function pushSentence(sentences: Slice[], text: string, { start, end }: Slice, base: number): void {
  const sentence = text.slice(start, end);
  const trimmed = sentence.trim();
  if (trimmed === '') return;
  const lead = sentence.length - sentence.trimStart().length;
  const at = base + start + lead;
  sentences.push({ start: at, end: at + trimmed.length });
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}
