import { echo } from '../../text/echo.ts';
import { hint } from '../../text/hint.ts';
import { UserError } from '../../text/user-error.ts';
import { type Library, MOST_FOUND, type Scope } from '../library.ts';
import type { DocumentId, DocumentSummary } from './document.ts';
import type { IndexedDocument } from './indexed-document.ts';

/**
 * Finds a document of a scope: by its id, its title, or the beginning of one title.
 * Throws a UserError with ids that may be meant if there is none, or several.
 */
export async function findDocument(
  library: Pick<Library, 'find'>,
  scope: Pick<Scope, 'collections'>,
  name: string,
): Promise<DocumentSummary> {
  const { found, near } = await library.find(scope, name);
  const [first, another] = found;
  if (first && !another) return first;
  throw first ? several(name, found) : none(name, near);
}

/** Finds a document as `findDocument` does, and loads it. */
export async function loadNamed(
  library: Pick<Library, 'find' | 'load'>,
  scope: Pick<Scope, 'collections'>,
  name: string,
): Promise<IndexedDocument> {
  const { id } = await findDocument(library, scope, name);
  const indexed = (await library.load([id])).get(id);
  if (indexed) return indexed;
  throw new UserError('The document is no longer there.', { code: 'unknown-document' });
}

function several(name: string, found: readonly DocumentSummary[]): UserError {
  const suggestions = found.slice(0, MAX_SUGGESTIONS).map(({ id }) => id);
  const which = suggestions.map((id) => `"${echo(id)}"`).join(', ');
  const more = found.length > suggestions.length ? ' and others' : '';
  const count = found.length < MOST_FOUND ? `${found.length}` : `${MOST_FOUND} or more`;
  return new UserError(`${count} documents may be meant by "${echo(name)}": ${which}${more}.`, {
    code: 'unknown-document',
    suggestions,
  });
}

const MAX_SUGGESTIONS = 3;

function none(name: string, suggestions: readonly DocumentId[]): UserError {
  const [nearest] = suggestions;
  const next = nearest === undefined ? `Type ${hint('sources')} for the list.` : `Did you mean ${nearest}?`;
  return new UserError(`There is no document "${echo(name)}". ${next}`, {
    code: 'unknown-document',
    suggestions,
  });
}
