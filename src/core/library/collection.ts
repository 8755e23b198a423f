import type { Audience } from './audience.ts';
import type { CollectionId } from './documents/document.ts';

/** A folder of documents with one access rule. */
export interface Collection {
  readonly id: CollectionId;
  readonly title: string | null;
  /** `everywhere`, `local` (audiences on this machine), or workspaces and channels, for example `chat:W1/C2`. */
  readonly readable: 'everywhere' | 'local' | readonly string[];
}

/** Whether a collection may be quoted to an audience. */
export function mayRead({ readable }: Collection, audience: Audience): boolean {
  if (readable === 'everywhere') return true;
  if (readable === 'local') return audience.local;
  const workspace = `${audience.platform}:${audience.workspace}`;
  return readable.some((address) => address === workspace || address === `${workspace}/${audience.channel}`);
}
