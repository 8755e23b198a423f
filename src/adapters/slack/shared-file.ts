import type { CommandDeclaration } from '../../core/bot/command.ts';
import { type GivenFile, MAX_FILE_BYTES, readAtMost, tooLarge } from '../../core/bot/given-file.ts';
import type { ChatRequest } from '../../core/bot/invocation.ts';
import { parseLine } from '../../core/bot/parse.ts';
import { readNameFile } from '../../core/search/name-list.ts';
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

/** Reads a shared file; a UserError if it can't be had. */
export type ReadShared = (file: SharedFile) => Promise<GivenFile>;

/** Creates what reads shared files from where Slack keeps them, or from where the API is said to be. */
export function createReadShared({
  botToken,
  api,
}: {
  readonly botToken: string;
  readonly api: string | null;
}): ReadShared {
  return async ({ name = 'file', size = 0, url_private_download: url = '' }) => {
    if (size > MAX_FILE_BYTES) throw tooLarge(name);
    if (!isOfSlack(url, api)) throw unreadable(name);
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT);
      const headers = { authorization: `Bearer ${botToken}` };
      // Without the scope, Slack leads to its page to sign in.
      const response = await fetch(url, { headers, signal, redirect: 'error' });
      if (!response.ok || !response.body) throw unreadable(name);
      return { name, bytes: await readAtMost(response.body, MAX_FILE_BYTES) };
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

const SEARCH = /^\/?search(?:\s+[a-z_]+:(?:"[^"]*"|“[^”]*”|\S+))*$/i;

/** Whether a message asks to search for the list in its file: it has the word “search”, options, and nothing else. */
export function searchesForFile(text: string): boolean {
  return SEARCH.test(text.trim());
}

/** What such a message asks, the names in the file in place of the file. */
export function requestWithList(
  text: string,
  { name, bytes }: GivenFile,
  commands: readonly CommandDeclaration[],
): ChatRequest {
  const line = text.trim().replace(/^\/?/, '/');
  const { command, options } = parseLine(line, commands);
  return { kind: 'command', command, options: { ...options, list: readNameFile(bytes, name) } };
}
