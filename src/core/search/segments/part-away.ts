import { UserError } from '../../text/user-error.ts';

/** What is thrown when a part of the index can't be read: a shorter answer would look like a whole one. */
export function partAway(cause: unknown): UserError {
  return new UserError("Part of the documents can't be searched now. Try again in a moment.", {
    code: 'search-away',
    cause,
  });
}
