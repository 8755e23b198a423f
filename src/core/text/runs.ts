import { INVISIBLE } from './fold.ts';

const LETTERS = '[\\p{L}\\p{N}\\p{M}]+';
const RUN = `${LETTERS}(?:[${INVISIBLE}]+${LETTERS})*`;
const WORD = new RegExp(`(?:\\p{Lu}\\.){2,}|${RUN}(?:[.,](?=\\p{N})[\\p{N}]+|['’](?=\\p{L})${RUN})*`, 'gu');

/**
 * Returns the offsets in a text at which each run of letters and figures starts and ends, in turn. Runs of unaccented Latin
 * letters, as most are, are found without a regular expression, in half of the time.
 */
export function readRuns(text: string): readonly number[] {
  const runs: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const end = endOfLetters(text, at);
    if (end > at && endsThere(text, at, end)) {
      runs.push(at, end);
      at = end;
    } else if (end === at && code < ASCII && !isFigure(code)) at++;
    else {
      WORD.lastIndex = at;
      const found = WORD.exec(text);
      if (!found) break;
      at = WORD.lastIndex;
      runs.push(found.index, at);
    }
  }
  return runs;
}

const ASCII = 128;

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (isLatin(text.charCodeAt(at))) at++;
  return at;
}

/** Whether a run of letters ends for certain where other characters begin: not in “isn't”, “H.1”, “U.S.” or “naïve”. */
function endsThere(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next >= ASCII || isFigure(next) || next === APOSTROPHE) return false;
  if (next !== DOT && next !== COMMA) return true;
  const after = text.charCodeAt(end + 1);
  return !(after >= ASCII || isFigure(after) || (next === DOT && end - start === 1));
}

const [APOSTROPHE, COMMA, DOT] = [39, 44, 46];

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}
