import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Intake } from '../../src/core/collecting/intake.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { Library } from '../../src/core/library/library.ts';
import { echo } from '../../src/core/text/echo.ts';
import { nearestNames } from '../../src/core/text/nearest-names.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { AddPorts } from './add-ports.ts';

/** What a request to add something works with. */
export interface Adding extends AddPorts {
  readonly intake: Intake;
  readonly context: RequestContext;
  /** The collections that it may go to: the one that was chosen, or all that may be read where it was asked. */
  readonly places: readonly [CollectionId, ...CollectionId[]];
}

/** The collection of that name, or all that an audience may read; a UserError if there is none. */
export function chosenCollections(
  library: Pick<Library, 'scopeFor'>,
  { audience }: RequestContext,
  name: string | null,
): Adding['places'] {
  const [first, ...others] = library.scopeFor(audience).collections;
  if (first === undefined)
    throw new UserError('There is no collection yet. Make a folder below the corpus folder first.', {
      code: 'no-collection',
    });
  if (name === null) return [first, ...others];
  const all = [first, ...others];
  const chosen = all.find((id) => id.toLowerCase() === name.toLowerCase());
  if (chosen !== undefined) return [chosen];
  const suggestions = nearestNames(name, all);
  throw new UserError(`There is no collection "${echo(name)}". Choose ${all.join(', ')}.`, {
    code: 'unknown-collection',
    suggestions,
  });
}
