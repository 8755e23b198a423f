import type { Library, Scope } from '../library/library.ts';
import { parseTags } from '../library/tags.ts';
import { echo } from '../text/echo.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { UserError } from '../text/user-error.ts';

/** Checks tags, divided by commas, against those of a scope's documents. One that no document has is a UserError that suggests near ones. */
export async function findTags(
  library: Pick<Library, 'list'>,
  scope: Pick<Scope, 'collections'>,
  typed: string,
): Promise<readonly string[]> {
  const known = await listTags(library, scope);
  const tags = parseTags(typed);
  const unknown = tags === null ? typed : tags.find((tag) => !known.includes(tag));
  if (tags !== null && unknown === undefined) return tags;
  throw unknownTag(unknown ?? typed, known);
}

/** Lists the tags of a scope's documents, in alphabetical order. */
export async function listTags(
  library: Pick<Library, 'list'>,
  scope: Pick<Scope, 'collections'>,
): Promise<readonly string[]> {
  const documents = await library.list(scope);
  return [...new Set(documents.flatMap(({ tags = [] }) => tags))].sort();
}

const MAX_NAMED = 5; // tags

function unknownTag(typed: string, known: readonly string[]): UserError {
  const near = nearestNames(typed.toLowerCase(), known);
  const named = near.length > 0 ? near : known.slice(0, MAX_NAMED);
  const others = known.length > named.length ? ' and others' : '';
  const next =
    near.length > 0
      ? `Did you mean ${near.join(', or ')}?`
      : named.length > 0
        ? `Known are ${named.join(', ')}${others}.`
        : 'No document has tags.';
  return new UserError(`No document is tagged "${echo(typed)}". ${next}`, {
    code: 'unknown-tag',
    suggestions: named,
  });
}
