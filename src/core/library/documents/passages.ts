import { startsItem, withoutListMarker } from '../../text/list-marker.ts';
import { indentation, type Paragraph, splitParagraphs } from '../../text/paragraphs.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Slice } from '../../text/slice.ts';
import { isTableRow } from '../../text/table-row.ts';
import { findHeaderBlock } from '../facts/header-block.ts';

/** About a paragraph of a document, headings included. */
export interface Passage extends Slice {
  /** The parts that may be quoted. */
  readonly bodies: readonly Slice[];
}

const TARGET = 900; // UTF-16 units; a longer paragraph is divided between sentences

/**
 * Divides a text into passages, which cover every paragraph in order and without overlap. The lines of a document's header
 * are found as headings are, and never quoted.
 */
export function splitPassages(text: string, language: string): Passage[] {
  const passages: Passage[] = [];
  const header = findHeaderBlock(text);
  let open: Paragraph[] = [];
  const paragraphs = splitParagraphs(text);
  for (const [at, found] of paragraphs.entries()) {
    const paragraph: Paragraph = header && overlaps(found, header) ? { ...found, kind: 'heading' } : found;
    open.push(paragraph);
    if (introducesNext(text, open, paragraphs[at + 1]) || listGoesOn(text, open, paragraphs[at + 1]))
      continue;
    passages.push(...closePassage(text, open, language));
    open = [];
  }
  return open.length > 0 ? [...passages, ...closePassage(text, open, language)] : passages;
}

/** Returns the quotable sentences of a passage, in order. */
export function passageSentences(text: string, passage: Passage, language: string): Slice[] {
  return passage.bodies
    .flatMap((body) => (isRow(text, body) ? [body] : splitItems(text, body, language)))
    .filter(({ start, end }) => says(text.slice(start, end)));
}

function says(sentence: string): boolean {
  return !WORDLESS.test(sentence) && !SIGNATURE.test(sentence);
}

function splitItems(text: string, body: Slice, language: string): Slice[] {
  const sentences = splitSentences(text, body, language);
  return sentences.flatMap((sentence) => withoutListMarker(text, sentence, language) ?? []);
}

/** An address, a row of stars or the rule under a table's head says nothing without a word beside it. */
const WORDLESS = /^(?:[^\p{L}\p{N}]*|[^\p{L}\p{N}]{0,5}(?:(?:https?|ftp):\/\/|www\.)\S+\s*)$/iu;

/** What stands under somebody's post, with a date or none: “— Ada Quay (@adaquay) July 10, 2024”. */
const SIGNATURE =
  /^[—–-]\s?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,4}\s\(@\w{1,40}\),?\s*(?:(?:\d{1,2}(?:st|nd|rd|th|\.)?\s)?\p{L}{3,12}\.?\s(?:\d{1,2},?\s)?\d{4}|[\d./-]{6,10})?$/u;

/** A row of a table is quoted whole: a sentence in one of its cells says nothing without the others. */
function isRow(text: string, { start, end }: Slice): boolean {
  return end - start <= TARGET && isTableRow(text.slice(start, end));
}

/** Whether the last paragraph is a heading, ends with a colon or is an item with the next one in it, to which it belongs. */
function introducesNext(text: string, open: readonly Paragraph[], next: Paragraph | undefined): boolean {
  const last = open.at(-1);
  if (last === undefined) return false;
  const length = last.end - (open[0]?.start ?? 0);
  const holdsNext = next !== undefined && indentation(text, next) > indentation(text, last);
  return length < TARGET && (last.kind === 'heading' || COLON.test(text.charAt(last.end - 1)) || holdsNext);
}

/** Whether the next paragraph is one more item of a list that a paragraph of the passage introduces with a colon. */
function listGoesOn(text: string, open: readonly Paragraph[], next: Paragraph | undefined): boolean {
  if (!next || next.end - (open[0]?.start ?? 0) > TARGET || !startsItem(text, next)) return false;
  const introduction = open.findLast((paragraph) => !startsItem(text, paragraph));
  return introduction !== undefined && COLON.test(text.charAt(introduction.end - 1));
}

const COLON = /[:：]/u;

function closePassage(text: string, open: readonly Paragraph[], language: string): Passage[] {
  const start = open[0]?.start ?? 0;
  const end = open.at(-1)?.end ?? start;
  const bodies = open.filter(({ kind }) => kind === 'body').map(({ start, end }) => ({ start, end }));
  if (end - start <= TARGET) return [{ start, end, bodies }];
  return divide(
    text,
    bodies.flatMap((body) => splitSentences(text, body, language)),
  ).map((run, at) => ({
    start: at === 0 ? start : run.start,
    end: run.end,
    bodies: run.quotable ? bodies.filter((body) => overlaps(body, run)).map((body) => clip(body, run)) : [],
  }));
}

function overlaps(body: Slice, run: Slice): boolean {
  return body.start < run.end && run.start < body.end;
}

function clip(body: Slice, run: Slice): Slice {
  return { start: Math.max(body.start, run.start), end: Math.min(body.end, run.end) };
}

const MAX_SENTENCE = 4000; // UTF-16 units; anything longer is a list or a table: found, but never quoted

interface Run extends Slice {
  readonly quotable: boolean;
}

/** Joins sentences into runs of about equal length, none much above the target; endless ones are cut and not quoted. */
function divide(text: string, sentences: readonly Slice[]): Run[] {
  const total = (sentences.at(-1)?.end ?? 0) - (sentences[0]?.start ?? 0);
  const share = total / Math.ceil(total / TARGET);
  const runs: Run[] = [];
  for (const { start, end } of sentences) {
    const last = runs.at(-1);
    if (end - start > MAX_SENTENCE) runs.push(...cut(text, { start, end }));
    else if (last?.quotable && end - last.start <= share * 1.1)
      runs[runs.length - 1] = { start: last.start, end, quotable: true };
    else runs.push({ start, end, quotable: true });
  }
  return runs;
}

function cut(text: string, { start, end }: Slice): Run[] {
  const pieces: Run[] = [];
  for (let at = start; at < end; ) {
    const full = Math.min(end, at + MAX_SENTENCE);
    const to = /[\uDC00-\uDFFF]/.test(text.charAt(full)) ? full + 1 : full; // never inside a surrogate pair
    pieces.push({ start: at, end: Math.min(end, to), quotable: false });
    at = to;
  }
  return pieces;
}
