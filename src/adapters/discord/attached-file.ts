import { type GivenFile, MAX_FILE_BYTES } from '../../core/bot/invocation.ts';
import { UserError } from '../../core/text/user-error.ts';
import type { Answerable } from './interaction-origin.ts';
import { REQUEST_TIMEOUT } from './limits.ts';

/** A file that is attached to a command. */
export interface Attached {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

/** Reads what was attached as a document; a UserError if it can't be had. */
export type ReadDocument = (attached: Attached) => Promise<GivenFile>;

/** Creates what reads documents that are attached to commands. */
export function createReadDocument(api: string | null): ReadDocument {
  const read = createFetchAttached(api, MAX_FILE_BYTES);
  return async (attached) => {
    const { name, size } = attached;
    if (size > MAX_FILE_BYTES)
      throw new UserError(
        `${name} is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Put it into the folder of a collection.`,
        { code: 'too-large' },
      );
    return { name, bytes: await read(attached) };
  };
}

/** Creates what fetches attached files from where Discord keeps them, or from where the API is said to be; one byte more than `most` at most. */
export function createFetchAttached(
  api: string | null,
  most: number,
): (attached: Attached) => Promise<Uint8Array> {
  return async ({ name, url }) => {
    if (!isOfDiscord(url, api)) throw unreadable(name);
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT);
      const response = await fetch(url, { signal, redirect: 'error' });
      if (!response.ok || !response.body) throw unreadable(name);
      return await bytesOf(response.body, most);
    } catch (cause) {
      throw cause instanceof UserError ? cause : unreadable(name, cause);
    }
  };
}

const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

function isOfDiscord(url: string, api: string | null): boolean {
  const { protocol, host, hostname } = new URL(url);
  return api === null
    ? protocol === 'https:' && HOSTS.has(hostname)
    : host === new URL(api).host || (protocol === 'https:' && HOSTS.has(hostname));
}

/** No more than a file may have, whatever its size is said to be. */
async function bytesOf(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) break;
  }
  return Buffer.concat(chunks);
}

function unreadable(name: string, cause?: unknown): UserError {
  return new UserError(`Discord did not hand over ${name}. Attach it again.`, {
    code: 'unreadable-file',
    cause,
  });
}

/** The files attached to a command, by option. */
export function attachedTo(interaction: Answerable): readonly [string, Attached][] {
  if (!interaction.isChatInputCommand()) return [];
  return interaction.options.data.flatMap(({ name, attachment }): [string, Attached][] =>
    attachment ? [[name, { name: attachment.name, size: attachment.size, url: attachment.url }]] : [],
  );
}

/** Reads the document attached to a command, for what the command asks of whoever gave it; nothing if none is attached. */
export function documentReader(
  interaction: Answerable,
  read: ReadDocument,
): { readFile?(): Promise<GivenFile> } {
  const [first] = attachedTo(interaction);
  return first ? { readFile: () => read(first[1]) } : {};
}
