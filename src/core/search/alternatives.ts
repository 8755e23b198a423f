/** A word or a phrase of a search, in the order typed; `OR` is one of the words. */
export interface SearchItem {
  readonly text: string;
  readonly isPhrase: boolean;
}

/** The words and phrases of a search, told apart by what a passage must contain. */
export interface Alternatives {
  /** Words to rank by, those of phrases last. */
  readonly words: readonly string[];
  /** All must be in a passage. */
  readonly phrases: readonly string[];
  /** Of each group, one must be. */
  readonly either: readonly (readonly string[])[];
}

/**
 * Joins what stands on both sides of `OR` into groups. A group of words alone is no condition: words are alternatives
 * anyway, in any form.
 */
export function joinAlternatives(items: readonly SearchItem[]): Alternatives {
  const groups = joinedByOr(items);
  const all = groups.flat();
  const [words, phrases] = [false, true].map((isPhrase) => all.filter((item) => item.isPhrase === isPhrase));
  const conditions = groups.filter((group) => group.some(({ isPhrase }) => isPhrase));
  return {
    words: [...(words ?? []), ...(phrases ?? [])].map(textOf),
    phrases: conditions.filter(({ length }) => length === 1).flatMap((group) => group.map(textOf)),
    either: conditions.filter(({ length }) => length > 1).map((group) => group.map(textOf)),
  };
}

/** An `OR` without a word or a phrase on both sides is a word. */
function joinedByOr(items: readonly SearchItem[]): readonly (readonly SearchItem[])[] {
  const groups: SearchItem[][] = [];
  for (let at = 0; at < items.length; at++) {
    const [item, next] = [items[at], items[at + 1]];
    const group = groups.at(-1);
    if (item && next && group && isOr(item) && !isOr(next)) {
      group.push(next);
      at++;
    } else if (item) groups.push([item]);
  }
  return groups;
}

/** Whether an item is `OR`, in capitals and without quotation marks. */
export function isOr({ text, isPhrase }: SearchItem): boolean {
  return text === 'OR' && !isPhrase;
}

function textOf({ text }: SearchItem): string {
  return text;
}
