import { describeLasting } from '../core/collecting/lasting-trouble.ts';
import type { FollowedSource } from '../core/collecting/source.ts';
import type { Poster } from '../core/delivery/poster.ts';

/** Tells whoever added a source that it keeps failing; the operator if nobody did, or if that is not possible. */
export async function tellOfTrouble(
  { posters, report }: { readonly posters: readonly Poster[]; report(error: Error): void },
  source: FollowedSource,
): Promise<void> {
  const text = describeLasting(source);
  const { platform, workspace, user } = source.by ?? { platform: '', workspace: '', user: '' };
  const poster = user === '' ? undefined : posters.find((each) => each.platform === platform);
  const told = await poster?.tell({ platform, workspace, channel: '' }, user, text).catch(() => false);
  if (!told) report(new Error(text));
}
