import type { CommandInteractionOption } from 'discord.js';
import type { ChatRequest } from '../../core/bot/invocation.ts';
import { MAX_LIST_BYTES, readNameFile } from '../../core/search/name-list.ts';
import { UserError } from '../../core/text/user-error.ts';
import type { Answerable } from './interaction-origin.ts';
import { REQUEST_TIMEOUT } from './limits.ts';

/** Reads what somebody attached to a command; a UserError if it can't be had or is no list. */
export type ReadAttached = (attached: Attached) => Promise<string>;

/** A file that is attached to a command. */
export interface Attached {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

/** Creates what reads attached files from where Discord keeps them, or from where the API is said to be. */
export function createReadAttached(api: string | null): ReadAttached {
  return async ({ name, size, url }) => {
    if (!isOfDiscord(url, api)) throw unreadable(name);
    if (size > MAX_LIST_BYTES) return readNameFile(new Uint8Array(size), name);
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT);
      const response = await fetch(url, { signal, redirect: 'error' });
      if (!response.ok || !response.body) throw unreadable(name);
      return readNameFile(await bytesOf(response.body), name);
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

/** No more than a list may have, whatever its size is said to be. */
async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_LIST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function unreadable(name: string, cause?: unknown): UserError {
  return new UserError(`Discord did not hand over ${name}. Attach it again.`, {
    code: 'unreadable-file',
    cause,
  });
}

/** The request of an interaction, with what is in attached files in place of their ids. */
export async function withAttached(
  request: ChatRequest,
  interaction: Answerable,
  read: ReadAttached,
): Promise<ChatRequest> {
  if (request.kind !== 'command' || !interaction.isChatInputCommand()) return request;
  const attached = interaction.options.data.flatMap(attachedBy);
  const texts = await Promise.all(attached.map(async ([option, file]) => [option, await read(file)]));
  return { ...request, options: { ...request.options, ...Object.fromEntries(texts) } };
}

function attachedBy({ name, attachment }: CommandInteractionOption): [string, Attached][] {
  return attachment ? [[name, { name: attachment.name, size: attachment.size, url: attachment.url }]] : [];
}
