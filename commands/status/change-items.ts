import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { ChangeStore, RecordedChange } from '../../src/core/collecting/change-store.ts';
import type { Library } from '../../src/core/library/library.ts';
import { toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item } from '../../src/core/replies/reply.ts';
import { formatAge } from '../../src/core/text/format-age.ts';

/** What `/status` asks about what was added and removed. */
export interface ChangeStatusPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly changes: Pick<ChangeStore, 'list'>;
}

const SHOWN = 5; // changes

/** For managers: who added and removed what lately, in the collections that may be read where they ask. */
export async function changeItems(
  { library, changes }: ChangeStatusPorts,
  context: RequestContext,
): Promise<Item[]> {
  const { collections } = library.scopeFor(context.audience);
  const found = await changes.list({ collections, limit: SHOWN }).catch(() => []);
  return found.map((change) => itemOf(change, context));
}

function itemOf({ action, what, collection, at, by }: RecordedChange, context: RequestContext): Item {
  const { platform, workspace } = context.audience;
  const isHere = by.platform === platform && by.workspace === workspace;
  const who = isHere ? by.user || 'somebody who is no longer known' : 'somebody elsewhere';
  return toItem(action, `${what} in ${collection}, ${formatAge(at, context.at)}, by ${who}`);
}
