import type { Aspect } from '../library/topics/topic.ts';

/** Returns the label of the aspect that a text is certainly about, or null. */
export function labelOf(text: string, aspects: readonly Aspect[]): string | null {
  return aspects.find((aspect) => isAbout(text, aspect, aspects))?.label ?? null;
}

/** Whether an aspect's terms come before those of all others in a text: "Macron fears that China …" is about France. */
export function isAbout(text: string, aspect: Aspect, aspects: readonly Aspect[]): boolean {
  const at = firstPlace(text, aspect);
  return at < Number.POSITIVE_INFINITY && aspects.every((other) => firstPlace(text, other) >= at);
}

/** Returns the offset of the first of an aspect's terms in a text; infinite if it contains none. */
export function firstPlace(text: string, { terms }: Aspect): number {
  return Math.min(...terms.map((term) => placeOf(text, term)));
}

/** Returns the offset of a term as whole words, in any case. */
function placeOf(text: string, term: string): number {
  const [lower, sought] = [text.toLowerCase(), term.toLowerCase()];
  for (let at = lower.indexOf(sought); at !== -1; at = lower.indexOf(sought, at + 1)) {
    const around = lower.charAt(at - 1) + lower.charAt(at + sought.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return Number.POSITIVE_INFINITY;
}
