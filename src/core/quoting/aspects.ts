import type { Aspect } from '../library/topic.ts';

/** The side that a text is certainly on; null where none is certain. */
export function labelOf(text: string, aspects: readonly Aspect[]): string | null {
  const side = aspects.find((aspect) => opensWith(text, aspect, others(aspects, aspect)));
  return side?.label ?? null;
}

function others(aspects: readonly Aspect[], aspect: Aspect): Aspect[] {
  return aspects.filter((other) => other !== aspect);
}

/** A text is certainly on one side when its terms come first in it: "Macron fears that China …" is not China's. */
export function opensWith(text: string, aspect: Aspect, others: readonly Aspect[]): boolean {
  const at = firstPlace(text, aspect);
  return at < Number.POSITIVE_INFINITY && others.every((other) => firstPlace(text, other) >= at);
}

/** Where the first of an aspect's terms stands; infinite where none does. */
export function firstPlace(text: string, { terms }: Aspect): number {
  return Math.min(...terms.map((term) => place(text, term)));
}

/** Where a term stands as a word of its own, in any case. */
function place(text: string, term: string): number {
  const [lower, sought] = [text.toLowerCase(), term.toLowerCase()];
  for (let at = lower.indexOf(sought); at !== -1; at = lower.indexOf(sought, at + 1)) {
    const around = lower.charAt(at - 1) + lower.charAt(at + sought.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return Number.POSITIVE_INFINITY;
}
