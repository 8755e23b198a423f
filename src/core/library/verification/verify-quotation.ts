import type { Slice } from '../../text/slice.ts';
import type { Document } from '../documents/document.ts';
import { type IndexedDocument, sentencesOf } from '../documents/indexed-document.ts';
import { type ComparedText, compareText } from './compared-text.ts';
import { cutEdge } from './cut-edge.ts';
import { nearestSentence } from './nearest-sentence.ts';

/** Whether a quotation stands in a document, and where. */
export type Verification =
  | {
      readonly verdict: 'stands';
      /** In the order of the text; at most MAX_PLACES of them. */
      readonly places: readonly FoundPlace[];
      /** How often it stands there. */
      readonly count: number;
    }
  /** The characters stand there, but only as part of a longer word or number, or without their negation. */
  | { readonly verdict: 'cut'; readonly place: FoundPlace; readonly cut: string }
  /** `nearest` is the sentence most like it; null if none is. */
  | { readonly verdict: 'absent'; readonly nearest: Slice | null };

/** Where a quotation stands. */
export interface FoundPlace extends Slice {
  /** The whole sentences that it is part of. */
  readonly sentence: Slice;
}

/** The most places that are named. */
const MAX_PLACES = 20;

/**
 * Looks for a quotation word for word. White space, the kind of quotation marks, and marks around the whole make no difference;
 * a letter, a digit, a sign or a case does.
 */
export function verifyQuotation(indexed: IndexedDocument, quotation: string): Verification {
  const found = readingsOf(compareText(quotation).text)
    .map((wanted) => findAll(indexed, wanted))
    .find(({ count, cut }) => count > 0 || cut !== null);
  if (!found) return { verdict: 'absent', nearest: nearestSentence(indexed, quotation) };
  const { places, count, cut } = found;
  return count === 0 && cut ? { verdict: 'cut', ...cut } : { verdict: 'stands', places, count };
}

const compared = new WeakMap<Document, ComparedText>();

function comparedOf(document: Document): ComparedText {
  const known = compared.get(document) ?? compareText(document.text);
  compared.set(document, known);
  return known;
}

/** The quotation as given, then without the marks around it. */
function readingsOf(text: string): readonly string[] {
  const given = text.trim();
  const [, inside] = /^["'] ?(.*?) ?["']$/su.exec(given) ?? [];
  return [given, inside].filter(
    (reading) => reading !== undefined && /[\p{L}\p{N}]/u.test(reading),
  ) as string[];
}

const SCANNED = 10_000; // occurrences; a letter has many in a long text

interface Found {
  readonly places: readonly FoundPlace[];
  readonly count: number;
  /** The first place at which it is no quotation. */
  readonly cut: { readonly place: FoundPlace; readonly cut: string } | null;
}

function findAll(indexed: IndexedDocument, wanted: string): Found {
  const { text, sliceOf } = comparedOf(indexed.document);
  const places: FoundPlace[] = [];
  let count = 0;
  let cut: Found['cut'] = null;
  let scanned = 0;
  for (let at = text.indexOf(wanted); at !== -1 && scanned++ < SCANNED; at = text.indexOf(wanted, at + 1)) {
    const slice = sliceOf({ start: at, end: at + wanted.length });
    const off = cutEdge(indexed.document.text, slice);
    if (off === null || isWhole(indexed, slice)) {
      if (++count <= MAX_PLACES) places.push(placeIn(indexed, slice));
    } else cut ??= { place: placeIn(indexed, slice), cut: off };
  }
  return { places, count, cut };
}

/** Whole sentences are quoted whole, whatever stands before them. */
function isWhole(indexed: IndexedDocument, { start, end }: Slice): boolean {
  const touching = sentencesAround(indexed, { start, end });
  return touching[0]?.start === start && touching.at(-1)?.end === end;
}

function placeIn(indexed: IndexedDocument, slice: Slice): FoundPlace {
  const touching = sentencesAround(indexed, slice);
  const start = Math.min(slice.start, touching[0]?.start ?? slice.start);
  const end = Math.max(slice.end, touching.at(-1)?.end ?? slice.end);
  return { ...slice, sentence: { start, end } };
}

function sentencesAround(indexed: IndexedDocument, slice: Slice): readonly Slice[] {
  const overlaps = ({ start, end }: Slice) => start < slice.end && end > slice.start;
  return indexed.passages.flatMap((passage, at) =>
    overlaps(passage) ? sentencesOf(indexed, at).filter(overlaps) : [],
  );
}
