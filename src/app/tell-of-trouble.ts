import { describeLasting } from '../core/collecting/lasting-trouble.ts';
import type { AddedBy, FollowedSource } from '../core/collecting/source.ts';
import type { Poster } from '../core/delivery/poster.ts';

/** How somebody is told. */
export interface TroublePorts {
  readonly posters: readonly Poster[];
  /** The managers of a source's collection. */
  managersOf(source: FollowedSource): Promise<readonly AddedBy[]>;
  report(error: Error): void;
}

/**
 * Tells that a source keeps failing: whoever added it; the managers of its collection if nobody did, or that is not possible; the operator
 * if none of them can be told.
 */
export async function tellOfTrouble(
  { posters, managersOf, report }: TroublePorts,
  source: FollowedSource,
): Promise<void> {
  const text = describeLasting(source);
  const tell = async ({ platform, workspace, user }: AddedBy): Promise<boolean> => {
    const poster = user === '' ? undefined : posters.find((each) => each.platform === platform);
    return (await poster?.tell({ platform, workspace, channel: '' }, user, text).catch(() => false)) ?? false;
  };
  if (source.by !== null && (await tell(source.by))) return;
  const managers = await managersOf(source).catch(() => []);
  const told = await Promise.all(managers.map(tell));
  if (!told.includes(true)) report(new Error(text));
}
