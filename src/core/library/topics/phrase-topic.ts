import { inQuotes } from '../../text/quotation-marks.ts';
import { topicNamed } from './find-topic.ts';
import type { Topic } from './topic.ts';

const NAME = /^"([^"]+)"$/; // no topic's name has quotation marks

/** The name under which a phrase is ordered: `"liaison office"`. */
export function phraseName(phrase: string): string {
  return `"${phrase.replaceAll('"', '').replace(/\s+/g, ' ').trim()}"`;
}

/** The phrase of such a name; null if it is a topic's. */
export function phraseOf(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null;
}

/** Finds a topic by name, or makes one of a phrase: every document with these words in this order. */
export function subjectNamed(name: string, topics: readonly Topic[]): Topic | undefined {
  const phrase = phraseOf(name);
  if (phrase === null) return topicNamed(name, topics);
  return { name, title: inQuotes(phrase), query: phrase, collections: null, synonyms: [], aspects: [] };
}
