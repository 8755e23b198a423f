import { type GivenFile, MAX_FILE_BYTES, readAtMost, tooLarge } from '../../core/bot/given-file.ts';
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
    if (size > MAX_FILE_BYTES) throw tooLarge(name);
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
      return await readAtMost(response.body, most);
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
