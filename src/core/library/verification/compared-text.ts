import type { Slice } from '../../text/slice.ts';

/** A text as quotations are compared with it, and the way back to its own characters. */
export interface ComparedText {
  readonly text: string;
  /** The slice of the text itself that a slice of the compared text stands for. */
  sliceOf(found: Slice): Slice;
}

// What nobody sees is no difference; neither is which white space, or which marks of quotation.
const INVISIBLE =
  '(?![\\s])[\\p{Cc}\\u00AD\\u200B\\u200E\\u200F\\u2060\\u202A-\\u202E\\u2066-\\u2069\\u{E0000}-\\u{E007F}]|\\uFEFF';
const MARKS = "«\\s*|\\s*»|''|``|[\"“”„‟〝〞‘’‚‛‹›`']";
const CHANGED = new RegExp(
  `(?<hidden>(?:${INVISIBLE})+)|(?<mark>${MARKS})|(?<space>\\s+)|[\\u1100-\\u11FF]+|\\P{M}\\p{M}+`,
  'gu',
);

/** Makes a text comparable: white space is one space, all marks of quotation are one, accents are composed. */
export function compareText(text: string): ComparedText {
  const places: Place[] = [];
  let compared = '';
  let end = 0;
  const add = (piece: string, at: number) => {
    places.push({ compared: compared.length, own: at });
    compared += piece;
  };
  for (const found of text.matchAll(CHANGED)) {
    if (found.index > end) add(text.slice(end, found.index), end);
    add(comparable(found, compared), found.index);
    end = found.index + found[0].length;
  }
  add(text.slice(end), end);
  places.push({ compared: compared.length, own: text.length });
  return {
    text: compared,
    sliceOf: ({ start, end: to }) => ({ start: lastPlace(places, start), end: firstPlace(places, to) }),
  };
}

interface Place {
  readonly compared: number;
  readonly own: number;
}

const DOUBLE = /["“”„‟〝〞«»]|''|``/u;

/** Feet are no inches: after a digit, one mark and two differ. */
function comparable({ 0: found, groups = {} }: RegExpMatchArray, before: string): string {
  if (groups.hidden !== undefined) return '';
  if (groups.space !== undefined) return ' ';
  if (groups.mark === undefined) return found.normalize('NFC');
  return /\p{N}$/u.test(before.slice(-2)) && !DOUBLE.test(found) ? "'" : '"';
}

/** Where a slice begins: after what nobody sees. */
function lastPlace(places: readonly Place[], compared: number): number {
  const at = search(places, (place) => place.compared <= compared) - 1;
  return ownAt(places[at], compared);
}

/** Where a slice ends: before what nobody sees. */
function firstPlace(places: readonly Place[], compared: number): number {
  const at = search(places, (place) => place.compared < compared);
  const exact = places[at];
  return exact?.compared === compared ? exact.own : ownAt(places[at - 1], compared);
}

function ownAt(place: Place | undefined, compared: number): number {
  return place ? place.own + compared - place.compared : 0;
}

/** How many of them, from the first, meet a condition. */
function search(places: readonly Place[], meets: (place: Place) => boolean): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && meets(place)) low = middle + 1;
    else high = middle;
  }
  return low;
}
