import type { Slice } from '../../text/slice.ts';
import type { Statement } from './statement.ts';

const MAX_PLACES = 3;
const MAX_LENGTH = 80; // characters of all places together

/**
 * Names what statements have in common in words of the first: the places in its document where their shared words stand,
 * the longest first picked, in the order of the text.
 */
export function subjectOf(first: Statement, others: readonly Statement[]): Slice[] {
  const { start } = first.candidate.slice;
  const { text } = first.candidate.document;
  const runs = sharedRuns(first, others);
  const telling = runs.filter((run) => TELLING.test(text.slice(start + run.start, start + run.end)));
  const longest = (telling.length > 0 ? telling : runs).sort((a, b) => lengthOf(b) - lengthOf(a));
  let length = 0;
  const kept = longest.slice(0, MAX_PLACES).filter((run, at) => {
    length += lengthOf(run);
    return at === 0 || length <= MAX_LENGTH;
  });
  return kept
    .sort((a, b) => a.start - b.start)
    .map((run) => ({ start: start + run.start, end: start + run.end }));
}

/** The places in a sentence of neighbouring words that others have too, with small words between them. */
function sharedRuns({ words, terms, candidate }: Statement, others: readonly Statement[]): Slice[] {
  const { document, slice } = candidate;
  const text = document.text.slice(slice.start, slice.end);
  const runs: Slice[] = [];
  for (const { term, start, end } of words) {
    if (term === null || !terms.has(term) || !others.every((other) => other.terms.has(term))) continue;
    const last = runs.at(-1);
    if (last && JOINS.test(text.slice(last.end, start))) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}

const TELLING = /\s|^\p{Lu}/u; // several words, or a name
const JOINS =
  /^[\s-]+(?:(?:of|the|in|for|to|and|a|an|on|at|by|der|die|das|de|la|le|del|di|van|het)\s+){0,2}$/;

function lengthOf({ start, end }: Slice): number {
  return end - start;
}
