import { z } from 'zod';
import type { CollectionId } from './document.ts';
import { readYamlFile } from './yaml-file.ts';

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

const ADDRESS = /^[a-z]+:[^/\s]+(?:\/[^/\s]+)?$/;

const shape = z.strictObject({
  title: z.string().trim().min(1).optional(),
  readable: z
    .union([z.enum(['everywhere', 'local']), z.array(z.string().regex(ADDRESS))], {
      error:
        'must be everywhere, local, or a list like [ "platform:workspace", "platform:workspace/channel" ]',
    })
    .optional(),
});

/** Reads `collection.yaml`; a folder without one is readable everywhere. */
export async function readCollectionFile(path: string, id: CollectionId): Promise<Collection> {
  const known = (await readYamlFile(path, shape)) ?? {};
  return { id, title: known.title ?? null, readable: known.readable ?? 'everywhere' };
}

const LOCAL_PLATFORM = 'terminal';

/** Says whether a collection may be quoted to an audience. */
export function mayRead({ readable }: Collection, reader: Reader): boolean {
  if (readable === 'everywhere') return true;
  if (readable === 'local') return reader.platform === LOCAL_PLATFORM;
  const workspace = `${reader.platform}:${reader.workspace}`;
  return readable.some((address) => address === workspace || address === `${workspace}/${reader.channel}`);
}
