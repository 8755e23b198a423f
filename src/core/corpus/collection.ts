import type { CollectionId } from './document.ts';

/** Who asks, and where: the audience that a reply may be shown to. */
export interface Reader {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly private: boolean;
}

/** A folder of documents with one rule of visibility. */
export interface Collection {
  readonly id: CollectionId;
  readonly title: string | null;
  /** `everywhere`, `local`, or the workspaces and channels that may read it, for example `chat:W1/C2`. */
  readonly readable: 'everywhere' | 'local' | readonly string[];
}

const LOCAL_PLATFORMS: ReadonlySet<string> = new Set(['terminal', 'file']);

/** Says whether a collection may be quoted to an audience. */
export function mayRead({ readable }: Collection, reader: Reader): boolean {
  if (readable === 'everywhere') return true;
  if (readable === 'local') return LOCAL_PLATFORMS.has(reader.platform);
  const workspace = `${reader.platform}:${reader.workspace}`;
  return readable.some((address) => address === workspace || address === `${workspace}/${reader.channel}`);
}
