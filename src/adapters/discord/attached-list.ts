import type { Invocation } from '../../core/bot/invocation.ts';
import { MAX_LIST_BYTES, readNameFile, refuseLargeList } from '../../core/search/name-list.ts';
import { type Attached, attachedTo, createFetchAttached } from './attached-file.ts';
import type { Answerable } from './interaction-origin.ts';

/** Reads what somebody attached to a command; a UserError if it can't be had or is no list. */
export type ReadAttached = (attached: Attached) => Promise<string>;

/** Creates what reads attached files from where Discord keeps them, or from where the API is said to be. */
export function createReadAttached(api: string | null): ReadAttached {
  const read = createFetchAttached(api, MAX_LIST_BYTES);
  return async (attached) => {
    refuseLargeList(attached.name, attached.size);
    return readNameFile(await read(attached), attached.name);
  };
}

/** Reads what is in files attached to a command, in place of their ids; nothing if none is a list. */
export function listReader(
  interaction: Answerable,
  { read, takesList }: { readonly read: ReadAttached; takesList(option: string): boolean },
): Pick<Invocation, 'readOptions'> {
  const attached = attachedTo(interaction).filter(([option]) => takesList(option));
  if (attached.length === 0) return {};
  const readEach = attached.map(
    ([option, file]) =>
      async () =>
        [option, await read(file)] as const,
  );
  return { readOptions: async () => Object.fromEntries(await Promise.all(readEach.map((each) => each()))) };
}
