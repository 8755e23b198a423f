import type { CommandDeclaration } from '../../core/bot/command.ts';
import { type GivenFile, MAX_FILE_BYTES, readAtMost, tooLarge } from '../../core/bot/given-file.ts';
import type { ChatRequest } from '../../core/bot/invocation.ts';
import { takeKeyed } from '../../core/bot/parse-options.ts';
import { MAX_LIST_BYTES, readNameFile, refuseLargeList } from '../../core/search/name-list.ts';
import { UserError } from '../../core/text/user-error.ts';
import { REQUEST_TIMEOUT } from './limits.ts';
import { READ_FILES } from './manifest.ts';

/** A file that came with a message, as its event has it. */
export interface SharedFile {
  readonly name?: string | undefined;
  /** Bytes. */
  readonly size?: number | undefined;
  readonly url_private_download?: string | undefined;
}

/** Reads shared files; a UserError if one can't be had. */
export interface ReadShared {
  document(file: SharedFile): Promise<GivenFile>;
  /** The names in it. */
  list(file: SharedFile): Promise<string>;
}

/** Where files are shared. */
export interface SharedPlace {
  readonly botToken: string;
  readonly api: string | null;
}

/** Creates what reads shared files from where Slack keeps them, or from where the API is said to be. */
export function createReadShared(place: SharedPlace): ReadShared {
  const fetchFile = createFetchShared(place);
  return {
    async document(file) {
      const { name = 'file', size = 0 } = file;
      if (size > MAX_FILE_BYTES) throw tooLarge(name);
      return { name, bytes: await fetchFile(file, MAX_FILE_BYTES) };
    },
    async list(file) {
      const { name = 'file', size = 0 } = file;
      refuseLargeList(name, size);
      return readNameFile(await fetchFile(file, MAX_LIST_BYTES), name);
    },
  };
}

/** Creates what fetches shared files; a little more than `most` bytes at most. */
function createFetchShared({ botToken, api }: SharedPlace) {
  return async (
    { name = 'file', url_private_download: url = '' }: SharedFile,
    most: number,
  ): Promise<Uint8Array> => {
    if (!isOfSlack(url, api)) throw unreadable(name);
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT);
      const headers = { authorization: `Bearer ${botToken}` };
      // Without the scope, Slack leads to its page to sign in.
      const response = await fetch(url, { headers, signal, redirect: 'error' });
      if (!response.ok || !response.body) throw unreadable(name);
      return await readAtMost(response.body, most);
    } catch (cause) {
      throw cause instanceof UserError ? cause : unreadable(name, cause);
    }
  };
}

/** Whether the token may be sent there. */
function isOfSlack(address: string, api: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  if (api !== null && host === new URL(api).host) return true;
  return protocol === 'https:' && host === 'files.slack.com';
}

function unreadable(name: string, cause?: unknown): UserError {
  return new UserError(
    `Slack did not hand over ${name}. Does the app have the scope ${READ_FILES}? See docs/slack.md.`,
    { code: 'unreadable-file', cause },
  );
}

/** What a message with a file asks: the word “add”, or none, is for `/add`; null if it asks something else. */
export function requestWithFile(text: string, { name = 'file' }: SharedFile): ChatRequest | null {
  const [, rest] = /^(?:\/?add(?![\p{L}\p{N}])(.*))?$/su.exec(text.trim()) ?? [];
  if (rest === undefined && text.trim() !== '') return null;
  return { kind: 'line', text: `/add file:"${name.replace(/["“”\s]+/g, ' ')}" ${rest?.trim() ?? ''}`.trim() };
}

const SEARCH = /^\/?search(?![\p{L}\p{N}])(.*)$/isu;

/** What a message with a list asks: the word “search”, options and nothing else; null if it asks something else. */
export function requestWithList(text: string, commands: readonly CommandDeclaration[]): ChatRequest | null {
  const [, typed] = SEARCH.exec(text.trim()) ?? [];
  const search = commands.find(({ name }) => name === 'search');
  if (typed === undefined || !search || takeKeyed(typed, search.options).remaining !== '') return null;
  return { kind: 'line', text: `/search ${typed.trim()}`.trim() };
}
