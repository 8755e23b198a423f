import { fold } from '../../core/text/fold.ts';

const SHARE = 0.7; // of the evidence's different words, so that another sentence break or a note mark changes nothing

/**
 * Whether a text contains the evidence: its words in a row, or a half or more of it and nothing else, or most of its words
 * with every number and name among them.
 */
export function containsEvidence(text: string, evidence: string): boolean {
  const [shown, wanted] = [plainWords(text), plainWords(evidence)];
  if (wanted.length === 0) return false;
  if (isRun(wanted, shown)) return true;
  if (isRun(shown, wanted) && shown.length >= Math.max(4, wanted.length / 2)) return true;
  const known = new Set(shown);
  const different = [...new Set(wanted)];
  const found = different.filter((word) => known.has(word)).length;
  return (
    wanted.length >= 5 &&
    found >= SHARE * different.length &&
    tellingWords(evidence).every((word) => known.has(word))
  );
}

/** Whether the words of one text stand in a row in another. */
function isRun(words: readonly string[], within: readonly string[]): boolean {
  return words.length > 0 && ` ${within.join(' ')} `.includes(` ${words.join(' ')} `);
}

const WORD = /[\p{L}\p{N}]+/gu;

function plainWords(text: string): string[] {
  return fold(text.normalize('NFKC')).match(WORD) ?? [];
}

/** Numbers, and words with a capital that don't begin the text. */
function tellingWords(text: string): string[] {
  const words = text.normalize('NFKC').match(WORD) ?? [];
  return words.filter((word, at) => /\p{N}/u.test(word) || (at > 0 && /^\p{Lu}/u.test(word))).map(fold);
}
