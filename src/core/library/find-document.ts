import { echo } from '../text/echo.ts';
import { hint } from '../text/hint.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { UserError } from '../text/user-error.ts';
import { type Document, displayTitle } from './document.ts';

/**
 * Finds a document among those that may be read: by its id, its title, or the beginning of one title.
 * Throws a UserError with ids that may be meant if there is none, or several.
 */
export function findDocument(name: string, readable: readonly Document[]): Document {
  const found = documentsNamed(name, readable);
  const [first, another] = found;
  if (first && !another) return first;
  throw first ? several(name, found) : none(name, readable);
}

function documentsNamed(name: string, readable: readonly Document[]): readonly Document[] {
  const withId = readable.filter(({ id }) => plainName(id) === plainName(name));
  if (withId.length > 0) return withId;
  const typed = plainTitle(name);
  const titles = readable.map((document) => ({ document, title: plainTitle(displayTitle(document)) }));
  const titled = titles.filter(({ title }) => title === typed);
  const begun = typed.length < MIN_BEGINNING ? [] : titles.filter(({ title }) => title.startsWith(typed));
  return (titled.length > 0 ? titled : begun).map(({ document }) => document);
}

const MIN_BEGINNING = 4; // characters of a title that may stand for it

function several(name: string, found: readonly Document[]): UserError {
  const suggestions = found.slice(0, MAX_SUGGESTIONS).map(({ id }) => id);
  const which = suggestions.map((id) => `"${echo(id)}"`).join(', ');
  const more = found.length > suggestions.length ? ' and others' : '';
  return new UserError(`${found.length} documents may be meant by "${echo(name)}": ${which}${more}.`, {
    code: 'unknown-document',
    suggestions,
  });
}

const MAX_SUGGESTIONS = 3;

function none(name: string, readable: readonly Document[]): UserError {
  const suggestions = nearestNames(
    name,
    readable.map(({ id }) => id),
  );
  const [nearest] = suggestions;
  const next = nearest === undefined ? `Type ${hint('sources')} for the list.` : `Did you mean ${nearest}?`;
  return new UserError(`There is no document "${echo(name)}". ${next}`, {
    code: 'unknown-document',
    suggestions,
  });
}

/** A name as it can be typed: file names may start or end with spaces, or contain line breaks. */
function plainName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A title as it can be typed: in any case, with straight quotation marks, without the dots of one that was cut. */
function plainTitle(title: string): string {
  return plainName(title)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s*(?:…|\.{3})$/, '');
}
