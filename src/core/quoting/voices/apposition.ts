import type { Slice } from '../../text/slice.ts';
import { isOffice } from './office-words.ts';

/** What stands between two commas after a name. */
export interface Apposition {
  /** Says what the person is: an office within its first words. */
  readonly isRole: boolean;
  readonly slice: Slice;
}

const MAX = 110; // characters
const OPENING = 7; // words, among which the office is sought
const SAYS_NOTHING = /^(?:who|aged|now|now in|\d{1,3}$|\p{Ll}+ing\b)/u;
const NOT_ABOUT_NAME = /\b(?:said|says|told|was|were|is|has|had|will|would|that|he|she|they|it)\b/;

/** Reads a text between commas as what it says of the name before it; null if it is likely something else. */
export function readApposition(text: string, slice: Slice): Apposition | null {
  const said = text.slice(slice.start, slice.end);
  if (said.length > MAX || /["“”„«»·:;]/.test(said)) return null;
  if (SAYS_NOTHING.test(said)) return { isRole: false, slice };
  if (NOT_ABOUT_NAME.test(said)) return null;
  const words = said.split(/[\s/-]+/).slice(0, OPENING);
  const at = words.findIndex((word) => isOffice(word.replace(/[’']s$/, '')));
  return at !== -1 && !words.slice(0, at).some((word) => PREPOSITION.test(word))
    ? { isRole: true, slice }
    : null;
}

const PREPOSITION = /^(?:of|to|for|by|with|from|against|in|on|at|after|before|and)$/;
