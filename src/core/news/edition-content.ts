import type { DocumentId } from '../library/documents/document.ts';
import type { DocumentVersion } from '../library/versions/first-sight-store.ts';

/** An excerpt that a channel was shown: its place, and hashes that show what repeats it. */
export interface ShownExcerpt {
  readonly document: DocumentId;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  readonly publisher: string | null;
  /** Hashes of its terms. */
  readonly terms: readonly number[];
  /** Hashes of the numbers, dates and names in it. */
  readonly facts: readonly number[];
  /** The text shown, which a correction is recognised by; absent if it is long, or was stored by an earlier version. */
  readonly text?: string;
}

/** A version that was new in an edition. */
export interface NewVersion extends DocumentVersion {
  /** The document was there before: only some of its sentences are new. */
  readonly isChanged?: true;
}

/** What an edition contains, as it is stored. */
export interface EditionContent {
  /** The versions of documents that were new in it, quoted or not. */
  readonly documents: readonly NewVersion[];
  readonly shown: readonly ShownExcerpt[];
  /** It was a brief: the channel had been shown nothing before. */
  readonly first?: true;
}

/** The documents that are new as a whole, of which *more* can be quoted without repeating what was there before. */
export function newAsWhole(documents: readonly NewVersion[]): readonly DocumentId[] {
  return documents.filter(({ isChanged }) => !isChanged).map(({ id }) => id);
}

/** Parses the stored content of an edition; null if it is not of this form. */
export function parseEditionContent(value: unknown): EditionContent | null {
  return isEditionContent(value) ? value : null;
}

function isEditionContent(value: unknown): value is EditionContent {
  if (!isObject(value)) return false;
  const { documents, shown } = value;
  return isListOf(documents, isVersion) && isListOf(shown, isShownExcerpt);
}

function isVersion(value: unknown): boolean {
  return isObject(value) && typeof value.id === 'string' && typeof value.sha256 === 'string';
}

function isShownExcerpt(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { document, sha256, start, end, terms, facts, text } = value;
  const isPlace = [document, sha256].every(isString) && [start, end].every(isNumber);
  return (
    isPlace &&
    (text === undefined || isString(text)) &&
    isListOf(terms, isNumber) &&
    isListOf(facts, isNumber)
  );
}

function isListOf(value: unknown, isOne: (value: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
