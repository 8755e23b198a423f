import { type Document, displayTitle } from '../../src/core/library/documents/document.ts';
import type { SearchWords } from '../../src/core/search/search-words.ts';
import { containsText, phrasesIn } from '../../src/core/text/phrases.ts';

/** Whether a search has conditions that can be met without words to rank by; exclusions are not enough. */
export function hasConditions(wanted: SearchWords): boolean {
  const { phrases, either, title, since, before, from, collection, tag, grade } = wanted;
  return (
    phrases.length + either.length > 0 ||
    [title, since, before, from, collection, tag, grade].some((condition) => condition !== null)
  );
}

/** Whether a document's title meets the condition on it. */
export function hasTitle(document: Document, wanted: Pick<SearchWords, 'title'>): boolean {
  return isTitled(displayTitle(document), wanted);
}

/** Whether a title, or the opening words of a document without one, meets the condition on it. */
export function isTitled(heading: string, { title }: Pick<SearchWords, 'title'>): boolean {
  return title === null || containsText(heading, title);
}

/** Whether a text contains every phrase of a search, one of each group of alternatives, and none of its exclusions. */
export function textMeets(text: string, wanted: SearchWords): boolean {
  return containsWanted(text, wanted) && !containsAny(text, wanted.without);
}

/** Whether a text contains every phrase of a search, and one of each group of alternatives. */
export function containsWanted(text: string, { phrases, either }: SearchWords): boolean {
  return containsAll(text, phrases) && either.every((group) => containsAny(text, group));
}

/** Whether a text contains every one of some phrases, as whole words in any case. */
export function containsAll(text: string, phrases: readonly string[]): boolean {
  return phrases.length === 0 || phrases.every(phrasesIn(text));
}

function containsAny(text: string, phrases: readonly string[]): boolean {
  return phrases.length > 0 && phrases.some(phrasesIn(text));
}
