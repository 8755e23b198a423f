import type { CollectionId } from '../documents/document.ts';

/** A saved query that people ask for by name. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly query: string;
  /** Null: every collection that the audience may read. */
  readonly collections: readonly CollectionId[] | null;
  readonly synonyms: readonly (readonly string[])[];
  /** In the order of a brief. A point gets a label only if its own text contains one of the terms. */
  readonly aspects: readonly Aspect[];
}

/** One side of a topic: a label, and terms of which a text with that label contains at least one. */
export interface Aspect {
  readonly label: string;
  readonly terms: readonly string[];
}

/** The pattern of a topic's name: letters, digits and hyphens. */
export const TOPIC_NAME = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u;

/** The most characters in a topic's title: one line on a phone. */
export const MAX_TITLE = 90;

/** Returns a topic's name as names are compared: in lower case and one Unicode form. */
export function topicKey({ name }: Pick<Topic, 'name'>): string {
  return name.normalize('NFC').toLowerCase();
}
