import type { AddedBy, FollowedSource } from '../core/collecting/source.ts';
import type { SubscriptionStore } from '../core/delivery/subscription-store.ts';
import type { Library } from '../core/library/library.ts';
import { isLocalPlatform } from './platforms.ts';

/** What managers are known by. */
export interface ManagerSources {
  /** Ids of people and roles, by platform. */
  readonly managers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly subscriptions: Pick<SubscriptionStore, 'all'>;
  readonly library: Pick<Library, 'scopeFor'>;
}

/**
 * Finds the managers of a source's collection: those of workspaces in which a channel that has digests may read it. No other
 * workspaces are known while nobody speaks there.
 */
export async function findManagers(
  { managers, subscriptions, library }: ManagerSources,
  { collection }: Pick<FollowedSource, 'collection'>,
): Promise<readonly AddedBy[]> {
  const ordered = await subscriptions.all({ platforms: [...managers.keys()] });
  const reading = ordered.filter(({ channel }) => {
    const audience = { ...channel, user: '', private: false, local: isLocalPlatform(channel.platform) };
    return library.scopeFor(audience).collections.includes(collection);
  });
  const workspaces = new Map(
    reading.map(({ channel: { platform, workspace } }) => [
      `${platform}:${workspace}`,
      { platform, workspace },
    ]),
  );
  return [...workspaces.values()].flatMap((workspace) =>
    [...(managers.get(workspace.platform) ?? [])].map((user) => ({ ...workspace, user })),
  );
}
