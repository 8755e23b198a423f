import type { ChatRequest } from '../../core/bot/invocation.ts';
import { MAX_LIST_BYTES, readNameFile } from '../../core/search/name-list.ts';
import { type Attached, attachedTo, createFetchAttached } from './attached-file.ts';
import type { Answerable } from './interaction-origin.ts';

/** Reads what somebody attached to a command; a UserError if it can't be had or is no list. */
export type ReadAttached = (attached: Attached) => Promise<string>;

/** Creates what reads attached files from where Discord keeps them, or from where the API is said to be. */
export function createReadAttached(api: string | null): ReadAttached {
  const read = createFetchAttached(api, MAX_LIST_BYTES);
  return async (attached) => {
    if (attached.size > MAX_LIST_BYTES) return readNameFile(new Uint8Array(attached.size), attached.name);
    return readNameFile(await read(attached), attached.name);
  };
}

/** The request of an interaction, with what is in attached files in place of their ids. */
export async function withAttached(
  request: ChatRequest,
  interaction: Answerable,
  { read, takesList }: { readonly read: ReadAttached; takesList(option: string): boolean },
): Promise<ChatRequest> {
  if (request.kind !== 'command' || !interaction.isChatInputCommand()) return request;
  const attached = attachedTo(interaction).filter(([option]) => takesList(option));
  const texts = await Promise.all(attached.map(async ([option, file]) => [option, await read(file)]));
  return { ...request, options: { ...request.options, ...Object.fromEntries(texts) } };
}
