import { type Document, displayTitle } from '../../src/core/library/document.ts';
import type { SearchWords } from '../../src/core/search/search-words.ts';

/** Whether a search has conditions that can be met without words to rank by; exclusions are not enough. */
export function hasConditions({ phrases, title, from, before, after }: SearchWords): boolean {
  return phrases.length > 0 || [title, from, before, after].some((condition) => condition !== null);
}

/** Whether a document's metadata meets the conditions of a search; an undated document meets no date. */
export function documentMeets(document: Document, { title, from, before, after }: SearchWords): boolean {
  const { publisher, published } = document;
  return (
    (title === null || plain(displayTitle(document)).includes(plain(title))) &&
    (from === null || plain(publisher ?? '').includes(plain(from))) &&
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
  const whole = phrases.length === 0 ? '' : plain(text);
  return phrases.every((phrase) => containsPhrase(whole, phrase));
}

function containsAny(text: string, phrases: readonly string[]): boolean {
  const whole = phrases.length === 0 ? '' : plain(text);
  return phrases.some((phrase) => containsPhrase(whole, phrase));
}

function containsPhrase(text: string, phrase: string): boolean {
  const wanted = plain(phrase).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[’‘]/g, "'").toLowerCase();
}
