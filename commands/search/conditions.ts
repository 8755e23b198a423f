import { type Document, displayTitle } from '../../src/core/library/document.ts';
import type { SearchWords } from '../../src/core/search/search-words.ts';
import { containsText, phrasesIn } from '../../src/core/text/phrases.ts';

/** Whether a search has conditions that can be met without words to rank by; exclusions are not enough. */
export function hasConditions({ phrases, title, from, before, after }: SearchWords): boolean {
  return phrases.length > 0 || [title, from, before, after].some((condition) => condition !== null);
}

/** Whether a document's metadata meets the conditions of a search; an undated document meets no date. */
export function documentMeets(document: Document, { title, from, before, after }: SearchWords): boolean {
  const { publisher, published } = document;
  return (
    (title === null || containsText(displayTitle(document), title)) &&
    (from === null || containsText(publisher ?? '', from)) &&
    (before === null || (published !== null && published < before)) &&
    (after === null || (published !== null && published >= after))
  );
}

/** Whether a text contains every phrase of a search and none of its exclusions. */
export function textMeets(text: string, { phrases, without }: SearchWords): boolean {
  return containsAll(text, phrases) && !containsAny(text, without);
}

/** Whether a text contains every one of some phrases, as whole words in any case. */
export function containsAll(text: string, phrases: readonly string[]): boolean {
  return phrases.length === 0 || phrases.every(phrasesIn(text));
}

function containsAny(text: string, phrases: readonly string[]): boolean {
  return phrases.length > 0 && phrases.some(phrasesIn(text));
}
