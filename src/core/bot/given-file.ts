import { UserError } from '../text/user-error.ts';

/** A file that a person gives to Dossier. */
export interface GivenFile {
  /** As it is called there. Never used as a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The most that a file which somebody gives may have. */
export const MAX_FILE_BYTES = 10_000_000;

/** The error of a file that has more; `name` as it is shown. */
export function tooLarge(name: string): UserError {
  return new UserError(
    `${name} is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Put it into the folder of a collection.`,
    { code: 'too-large' },
  );
}

/** Reads what a platform hands over, up to the part that goes beyond `most` bytes, whatever its size is said to be. */
export async function readAtMost(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) break;
  }
  return Buffer.concat(chunks);
}
