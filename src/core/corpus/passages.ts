import type { Slice } from './document.ts';
import { type Paragraph, splitParagraphs } from './paragraphs.ts';
import { splitSentences } from './sentences.ts';

/** About a paragraph of a document: its slice, headings included, and the parts of it that may be quoted. */
export interface Passage extends Slice {
  readonly bodies: readonly Slice[];
}

const TARGET = 900; // UTF-16 units; a longer paragraph is divided between sentences

/** Divides a stored text into passages. Together they hold every paragraph, in order and without overlap. */
export function splitPassages(text: string, language: string): Passage[] {
  const passages: Passage[] = [];
  let open: Paragraph[] = [];
  for (const paragraph of splitParagraphs(text)) {
    open.push(paragraph);
    if (introducesNext(text, open)) continue;
    passages.push(...closePassage(text, open, language));
    open = [];
  }
  return open.length > 0 ? [...passages, ...closePassage(text, open, language)] : passages;
}

/** The sentences of a passage that may be quoted, in order. */
export function passageSentences(text: string, passage: Passage, language: string): Slice[] {
  return passage.bodies.flatMap((body) => splitSentences(text, body, language));
}

/** A heading, or a line that ends in a colon, is read together with what follows it. */
function introducesNext(text: string, open: readonly Paragraph[]): boolean {
  const last = open.at(-1);
  if (last === undefined) return false;
  const length = last.end - (open[0]?.start ?? 0);
  return length < TARGET && (last.kind === 'heading' || text.charAt(last.end - 1) === ':');
}

function closePassage(text: string, open: readonly Paragraph[], language: string): Passage[] {
  const start = open[0]?.start ?? 0;
  const end = open.at(-1)?.end ?? start;
  const bodies = open.filter(({ kind }) => kind === 'body').map(({ start, end }) => ({ start, end }));
  if (end - start <= TARGET) return [{ start, end, bodies }];
  return divide(bodies.flatMap((body) => splitSentences(text, body, language))).map((run, at) => ({
    start: at === 0 ? start : run.start,
    end: run.end,
    bodies: bodies
      .filter((body) => body.start < run.end && run.start < body.end)
      .map((body) => clip(body, run)),
  }));
}

function clip(body: Slice, run: Slice): Slice {
  return { start: Math.max(body.start, run.start), end: Math.min(body.end, run.end) };
}

/** Runs of sentences of about equal length, none much above the target. */
function divide(sentences: readonly Slice[]): Slice[] {
  const total = (sentences.at(-1)?.end ?? 0) - (sentences[0]?.start ?? 0);
  const share = total / Math.ceil(total / TARGET);
  const runs: Slice[] = [];
  for (const { start, end } of sentences) {
    const last = runs.at(-1);
    if (last && end - last.start <= share * 1.1) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}
