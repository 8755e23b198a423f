import type { Audience } from './audience.ts';
import type { CollectionId } from './document.ts';

/** A folder of documents with one rule of visibility. */
export interface Collection {
  readonly id: CollectionId;
  readonly title: string | null;
  /** `everywhere`, `local`, or the workspaces and channels that may read it, for example `chat:W1/C2`. */
  readonly readable: 'everywhere' | 'local' | readonly string[];
}

const LOCAL_PLATFORMS: ReadonlySet<string> = new Set(['terminal', 'file']);

/** Says whether a collection may be quoted to an audience. */
export function mayRead({ readable }: Collection, audience: Audience): boolean {
  if (readable === 'everywhere') return true;
  if (readable === 'local') return LOCAL_PLATFORMS.has(audience.platform);
  const workspace = `${audience.platform}:${audience.workspace}`;
  return readable.some((address) => address === workspace || address === `${workspace}/${audience.channel}`);
}
