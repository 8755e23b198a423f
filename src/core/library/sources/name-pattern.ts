import picomatch from 'picomatch/posix.js';

/** A pattern of paths: `*` and `?` stand for characters of a name, `**` also for folders, `{a,b}` for one of several texts. */
export interface NamePattern {
  readonly pattern: string;
  matches(path: string): boolean;
}

/** Whether a name in `sources.yaml` is a pattern: it has `*`, `?` or `{a,b}`. All other signs are those of a name. */
export function isPattern(name: string): boolean {
  return /[*?]|\{[^{}]*,[^{}]*\}/.test(name);
}

/** Why a name or a pattern is refused; null if it is not. Each further `*` makes comparing long names hundreds of times slower. */
export function refusePattern(name: string): string | null {
  if (name.length > LONGEST) return `is longer than ${LONGEST} characters`;
  const stars = name.split('/').map((part) => part.split('*').length - 1);
  const isSlow =
    stars.some((count) => count > STARS) || stars.reduce((sum, each) => sum + each, 0) > 2 * STARS;
  return isPattern(name) && isSlow ? `has more than ${STARS} “*” in a name, or ${2 * STARS} in all` : null;
}

const LONGEST = 300; // characters
const STARS = 3;

/** Reads a pattern. */
export function readPattern(pattern: string): NamePattern {
  const matches = picomatch(pattern.replace(SIGNS, '\\$&'), OPTIONS);
  return { pattern, matches: (path) => matches(path) };
}

const SIGNS = /[\\[\]()!+@|^$]/g;
const OPTIONS = { dot: true, noextglob: true, nobracket: true, nonegate: true } as const;

/** Compares patterns that match one path: the less exact one first. That has fewer letters of its own, then more signs for any. */
export function byExactness(a: NamePattern, b: NamePattern): number {
  const [one, other] = [exactness(a.pattern), exactness(b.pattern)];
  return one.letters - other.letters || other.wild - one.wild;
}

function exactness(pattern: string): { readonly letters: number; readonly wild: number } {
  const letters = pattern.replace(/\{[^{}]*\}|[*?/]/g, '').length;
  return { letters, wild: pattern.replace(/[^*?]/g, '').length };
}
