import type { Document, DocumentId } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import { factsOf } from '../quoting/facts.ts';
import { areNearCopies } from '../quoting/near-copies.ts';
import type { Tokenize } from '../quoting/retriever.ts';
import type { ShownExcerpt } from './edition-content.ts';

/** What a channel was shown of a story, and the documents that still exist from which it was shown. */
export interface ShownStory {
  readonly shown: readonly ShownExcerpt[];
  readonly originals: readonly Document[];
}

/** Finds what a channel was shown of the story that a document tells; null if nothing. */
export type FindShownStory = (indexed: IndexedDocument) => ShownStory | null;

/** Creates a search among the excerpts that a channel was shown; `documents` are those they were taken from. */
export function findShownStories(
  shown: readonly ShownExcerpt[],
  documents: ReadonlyMap<DocumentId, IndexedDocument>,
): FindShownStory {
  const byDocument = groupByDocument(shown);
  const known = new Map<IndexedDocument, ShownStory | null>();
  return (indexed) => {
    const found = known.get(indexed);
    const story = found === undefined ? findShownStory(indexed, byDocument, documents) : found;
    known.set(indexed, story);
    return story;
  };
}

function findShownStory(
  indexed: IndexedDocument,
  byDocument: ReadonlyMap<DocumentId, readonly ShownExcerpt[]>,
  documents: ReadonlyMap<DocumentId, IndexedDocument>,
): ShownStory | null {
  const parts = [...byDocument].flatMap(([id, excerpts]) => {
    if (id === indexed.document.id) return [];
    const original = documents.get(id);
    if (original && areNearCopies(original, indexed)) return { excerpts, original: original.document };
    const isSameText = excerpts.some(({ sha256 }) => sha256 === indexed.document.sha256);
    return isSameText ? { excerpts, original: null } : [];
  });
  if (parts.length === 0) return null;
  const originals = parts.flatMap(({ original }) => original ?? []);
  return { shown: parts.flatMap(({ excerpts }) => excerpts), originals };
}

function groupByDocument(shown: readonly ShownExcerpt[]): ReadonlyMap<DocumentId, readonly ShownExcerpt[]> {
  const groups = new Map<DocumentId, ShownExcerpt[]>();
  for (const each of shown) groups.set(each.document, [...(groups.get(each.document) ?? []), each]);
  return groups;
}

/** Whether a document can add to its story: the story is new, its source is new, or it states a new fact. */
export function canAddToStory(document: Document, story: ShownStory | null, tokenize: Tokenize): boolean {
  if (!story || isNewSource(document, story)) return true;
  return addsFact(factsOfDocument(document, tokenize), story, tokenize);
}

/** Whether a story comes from a known publisher from which it was not shown. */
export function isNewSource({ publisher }: Document, { shown }: ShownStory): boolean {
  return publisher !== null && shown.every((each) => each.publisher !== publisher);
}

/** Whether a number, date or name is new: neither in what was shown of a story, nor in its originals. */
export function addsFact(facts: readonly number[], story: ShownStory, tokenize: Tokenize): boolean {
  const known = new Set(story.shown.flatMap((each) => each.facts));
  for (const original of story.originals)
    for (const fact of factsOfDocument(original, tokenize)) known.add(fact);
  return facts.some((fact) => !known.has(fact));
}

const facts = new WeakMap<Document, readonly number[]>();

/** Extracts the facts of a whole document, once: every further document on its story is compared with it. */
function factsOfDocument(document: Document, tokenize: Tokenize): readonly number[] {
  const { text, language } = document;
  const known = facts.get(document) ?? factsOf({ text, language, words: tokenize(text, language) });
  facts.set(document, known);
  return known;
}
