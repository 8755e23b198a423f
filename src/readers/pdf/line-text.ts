import { closeLetters } from './letter-spacing.ts';
import type { Run } from './run.ts';

const SPACE = 0.15; // times the height of letters: a gap that parts words
const SPACE_DRAWN = 0.25; // the same where PDF.js has seen none between runs drawn one after the other
const RAISED = 0.15; // times the height of the line's letters
const SMALL = 0.85; // the same

/** The text of a line's runs, in reading order; `main` is the run that has its usual letters. */
export function writeLine(runs: readonly Run[], main: Run): string {
  let text = '';
  let last: Run | null = null;
  let isMark = false; // the mark of a note, before its text
  for (const run of closeLetters(runs)) {
    const small = run.size < main.size * SMALL;
    const raised = small && run.base > main.base + main.size * RAISED;
    const written: string = raised ? plainRaised(run.text, text) : run.text;
    const before: Run | null = last;
    last = run; // a mark that is left out still fills its place
    if (written === '') continue;
    const apart: boolean =
      before !== null && (isApart(before, run) || isMark || (raised && written.startsWith(' ')));
    isMark = small && text === '' && FIRST_MARK.test(written);
    text += (apart ? ' ' : '') + written.trim();
  }
  return text;
}

function isApart(last: Run, run: Run): boolean {
  if (run.spaced && run.order > last.order) return true;
  const gap = run.rightToLeft && last.left > run.left ? last.left - run.right : run.left - last.right;
  const size = Math.max(last.size, run.size);
  return gap > size * (run.order === last.order + 1 ? SPACE_DRAWN : SPACE);
}

const FIRST_MARK = /^[\d*†‡§¶#]+$/u;
const NOTE_MARK = /^(?:[[(]?\d{1,3}[\])]?(?:[,–-]\s?\d{1,3})*[\])]?|[[(]?[a-z][\])]?|[*†‡§¶#]+)$/u;
const UNIT =
  /(?:^|[^\p{L}])(?:\p{L}|[b-df-hj-np-tv-z]{2}|mi|in|ha|acre|inch|foot|feet|yard|miles?|met(?:er|re)s?)$/u;
const POWER = /(?:^|[^\d.,])(?:10|\d)$|\)$/;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * What stands above the line: the mark of a note is no part of a sentence; a power stays raised, so that it never reads
 * as a digit of the number before it; letters such as those of "4th" stay where they are.
 */
function plainRaised(raised: string, before: string): string {
  if (before === '') return raised;
  const power = /^[+−–-]?\d{1,3}$/.test(raised) && (UNIT.test(before) || POWER.test(before));
  if (power)
    return raised
      .replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)] ?? digit)
      .replace(/[−–-]/, '⁻')
      .replace('+', '⁺');
  if (NOTE_MARK.test(raised)) return '';
  return /^\d/.test(raised) ? ` ${raised}` : raised;
}
