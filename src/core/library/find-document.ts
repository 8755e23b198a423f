import { echo } from '../text/echo.ts';
import { hint } from '../text/hint.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { UserError } from '../text/user-error.ts';
import type { Document } from './document.ts';

/** Finds a document by id among those that may be read; throws a UserError with the nearest ids if there is none. */
export function findDocument(id: string, readable: readonly Document[]): Document {
  const document = readable.find((known) => plainId(known.id) === plainId(id));
  if (document) return document;
  const near = nearestNames(
    id,
    readable.map((known) => known.id),
  );
  const next = near.length > 0 ? `Did you mean ${near[0]}?` : `Type ${hint('sources')} for the list.`;
  throw new UserError(`There is no document "${echo(id)}". ${next}`, {
    code: 'unknown-document',
    suggestions: near,
  });
}

/** An id as it can be typed: file names may start or end with spaces, or contain line breaks. */
function plainId(id: string): string {
  return id.normalize('NFC').replace(/\s+/g, ' ').trim();
}
