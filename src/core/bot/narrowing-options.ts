import type { CollectionId } from '../library/documents/document.ts';
import { type Grade, parseGrade } from '../library/documents/grade.ts';
import type { Narrowing } from '../library/documents/narrowing.ts';
import type { Library } from '../library/library.ts';
import { parseDateLimit } from '../text/date-limit.ts';
import { echo } from '../text/echo.ts';
import { hint, optionHint } from '../text/hint.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { UserError } from '../text/user-error.ts';
import type { Options } from './command.ts';
import { findPublishers } from './find-publishers.ts';
import { findTags } from './find-tags.ts';
import type { RequestContext } from './invocation.ts';

/** The options by which a request keeps to some of the documents. `all` is the same as leaving one out. */
export const NARROWING = {
  since: { description: 'published on or after: 2024-07-10, 2024-07, 2024, or 7d ago (all)' },
  before: { description: 'published before: 2024-07-10, 2024-07, 2024, or 7d ago (all)' },
  from: { description: 'only this publisher (all)', completes: 'publishers' },
  collection: { description: 'only this collection (all)', completes: 'collections' },
  tag: { description: 'only documents with this tag (all)', completes: 'tags' },
  grade: { description: 'only documents graded so or better: B2, B or 2 (all)' },
} as const satisfies Options;

/** The values of these options as given; null if one was not. */
export type NarrowingValues = { readonly [name in keyof typeof NARROWING]: string | null };

/** None given. */
export const NO_NARROWING: NarrowingValues = {
  ...{ since: null, before: null, from: null, collection: null, tag: null, grade: null },
};

type Place = Pick<RequestContext, 'audience' | 'at'>;

/**
 * Checks the options that narrow a request, against what its audience may read; null if none does. A date, publisher, collection,
 * tag or grade that is none is a UserError that suggests near ones.
 */
export async function parseNarrowing(
  library: Pick<Library, 'scopeFor' | 'names'>,
  { audience, at }: Place,
  given: NarrowingValues,
): Promise<Narrowing | null> {
  const [since, before] = [parseLimit('since', given, at), parseLimit('before', given, at)];
  const name = chosen(given.collection);
  const from = chosen(given.from);
  const tag = chosen(given.tag);
  const grade = readGrade(chosen(given.grade));
  if ([since, before, name, from, tag, grade].every((each) => each === null)) return null;
  const scope = library.scopeFor(audience);
  const collections = name === null ? null : [findCollection(name, scope.collections)];
  const publishers = from === null ? null : findPublishers(library, scope, from);
  const tags = tag === null ? null : findTags(library, scope, tag);
  return { since, before, publishers, collections, ...(tags && { tags }), ...(grade && { grade }) };
}

function readGrade(typed: string | null): Grade | null {
  const grade = typed === null ? null : parseGrade(typed);
  if (typed === null || grade !== null) return grade;
  throw new UserError(
    `"${echo(typed)}" is not a grade. Use the source’s, A to F, what it says, 1 to 6, or both, for example ${optionHint({ grade: 'B2' })}.`,
    { code: 'invalid-option' },
  );
}

/** The moment from which something counts as new, as given; null if none was, or the last brief's: `last`. */
export function parseMoment(value: string | null, now: Date): Date | null {
  if (value === null || isLast(value)) return null;
  const date = parseLimit('since', { ...NO_NARROWING, since: value }, now);
  return date === null ? new Date(0) : new Date(date);
}

/** Whether a value of `since` means the last brief here. */
export function isLast(value: string | null): boolean {
  return value !== null && value.trim().toLowerCase() === 'last';
}

function chosen(value: string | null): string | null {
  return value === null || value.trim().toLowerCase() === 'all' ? null : value.trim();
}

function parseLimit(name: 'since' | 'before', given: NarrowingValues, now: Date): string | null {
  const value = chosen(given[name]);
  if (value === null) return null;
  const date = parseDateLimit(value, now);
  if (date !== null) return date;
  throw new UserError(
    `"${echo(value)}" is not a date. Use YYYY-MM-DD, YYYY-MM, YYYY, or how long ago, for example ${optionHint({ [name]: '2024-07' })} or ${optionHint({ [name]: '7d' })}.`,
    { code: 'invalid-option' },
  );
}

function findCollection(name: string, readable: readonly CollectionId[]): CollectionId {
  const found = readable.find((id) => id.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(name, readable);
  const next =
    near[0] === undefined ? `Type ${hint('sources')} for the documents.` : `Did you mean ${near[0]}?`;
  throw new UserError(`There is no collection "${echo(name)}". ${next}`, {
    code: 'unknown-collection',
    suggestions: near,
  });
}
