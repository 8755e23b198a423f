import type { Run } from './run.ts';

/** Matches a word whose letters are spaced. */
export const SPACED = /^\S(?: \S)+$/u;
const LEAST = 4; // letters in a line for it to count as spaced

/** Puts words together whose letters are spaced ("w e  a r e"); the gaps between words are those between runs. */
export function closeLetters(runs: readonly Run[]): readonly Run[] {
  const spaced = runs.filter(({ text }) => SPACED.test(text));
  const letters = spaced.reduce((sum, { text }) => sum + (text.length + 1) / 2, 0);
  const others = runs.reduce((sum, { text }) => sum + (SPACED.test(text) ? 0 : wordLetters(text)), 0);
  if (letters < LEAST || others > letters) return runs;
  return runs.map((run) => (SPACED.test(run.text) ? { ...run, text: run.text.replaceAll(' ', '') } : run));
}

/** One letter on its own says nothing. */
function wordLetters(text: string): number {
  return text.length === 1 ? 0 : text.length;
}
