import * as z from 'zod';
import { UserError } from '../../text/user-error.ts';
import type { Collection } from '../collection.ts';
import type { CollectionId } from '../documents/document.ts';
import { readYamlFile } from './yaml-file.ts';

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

/** Reads `collection.yaml`. A folder without one is readable everywhere; an empty one is an error, as it may be half written. */
export async function readCollectionFile(path: string, id: CollectionId): Promise<Collection> {
  const known = await readYamlFile(path, shape);
  if (known !== null && Object.keys(known).length === 0) {
    throw new UserError(
      `${path}, line 1: the file is empty. Set who may read the collection, or delete the file.`,
      {
        code: 'malformed-yaml',
      },
    );
  }
  return { id, title: known?.title ?? null, readable: known?.readable ?? 'everywhere' };
}
