import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { FollowedSource } from '../../src/core/collecting/source.ts';
import type { SourceStore } from '../../src/core/collecting/source-store.ts';
import { describeSource, failing, sourceTitle } from '../../src/core/collecting/source-troubles.ts';
import type { Library } from '../../src/core/library/library.ts';
import { toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item } from '../../src/core/replies/reply.ts';

/** What `/status` asks about feeds. */
export interface FeedStatusPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly sources: Pick<SourceStore, 'list'>;
}

const MAX_NAMED = 10; // feeds

/** For managers: how many feeds their collections follow, and those that fail: why, since when, what was tried, and what comes next. */
export async function feedItems(ports: FeedStatusPorts, context: RequestContext): Promise<Item[]> {
  const followed = await readableSources(ports, context).catch(() => []);
  if (followed.length === 0) return [];
  const trouble = failing(followed);
  const named = trouble
    .slice(0, MAX_NAMED)
    .map((source) => toItem('feed', `${sourceTitle(source)} ${describeSource(source, context.at)}`));
  const left = trouble.length - named.length;
  return [
    toItem(
      'feeds',
      `${followed.length} followed, ${trouble.length === 0 ? 'all well' : `${trouble.length} failing`}`,
    ),
    ...named,
    ...(left > 0 ? [toItem('feed', `${left} more are failing`)] : []),
  ];
}

async function readableSources(
  { library, sources }: FeedStatusPorts,
  { audience }: RequestContext,
): Promise<readonly FollowedSource[]> {
  const { collections } = library.scopeFor(audience);
  return (await sources.list()).filter(({ collection }) => collections.includes(collection));
}
