import type { CollectionId } from './document.ts';

/** A saved query that people ask for by name. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly query: string;
  /** Null: every collection that the reader may read. */
  readonly collections: readonly CollectionId[] | null;
  readonly synonyms: readonly (readonly string[])[];
  /** In the order in which a brief takes them up. A point gets a label only if its own text holds one of the terms. */
  readonly aspects: readonly Aspect[];
}

/** One side of a topic: a label, and the terms of which one must be in a text that gets the label. */
export interface Aspect {
  readonly label: string;
  readonly terms: readonly string[];
}

/** Letters, digits and hyphens. */
export const TOPIC_NAME = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u;

/** Characters in a topic's title, a line on a phone. */
export const MAX_TITLE = 90;
