import { parseTags } from '../library/documents/tags.ts';
import type { Library, Scope } from '../library/library.ts';
import { echo } from '../text/echo.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { UserError } from '../text/user-error.ts';

/** Checks tags, divided by commas, against those of a scope's documents. One that no document has is a UserError that suggests near ones. */
export function findTags(
  library: Pick<Library, 'names'>,
  scope: Pick<Scope, 'collections'>,
  typed: string,
): readonly string[] {
  const known = library.names(scope, 'tag');
  const tags = parseTags(typed);
  const unknown = tags === null ? typed : tags.find((tag) => !known.includes(tag));
  if (tags !== null && unknown === undefined) return tags;
  throw unknownTag(unknown ?? typed, known);
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
