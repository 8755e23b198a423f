import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { later } from '../../core/delivery/call-outcome.ts';
import type { Found, Posted, Poster, PostRequest } from '../../core/delivery/poster.ts';
import type { Message } from '../../core/replies/message.ts';
import { plainWords } from '../../core/replies/plain-text.ts';

/** The platform's name in addresses. */
export const PLATFORM = 'file';

const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;
const OURS = /^(?:dossier\.db|index\.jsonl|start\.lock|history$|digests\.shown$|link-secret$|web$)/i;

/** What is wrong with a name for a file of digests; null if nothing is. */
export function problemOfName(name: string): string | null {
  if (!NAME.test(name))
    return 'Give the name of a file in the data directory: letters, digits, dots, hyphens and underscores.';
  return OURS.test(name) ? 'Dossier uses that file itself. Choose another name.' : null;
}

/** Creates a poster that appends to a file in the data directory. A posted edition is known by its key there. */
export function createFilePoster(dataDir: string): Poster {
  return {
    platform: PLATFORM,
    deduplicatesFor: 0,
    post: async (request) => post(join(dataDir, request.channel.channel), request),
    find: async ({ channel, key }) => find(join(dataDir, channel.channel), key),
    threadOf: () => null,
    tell: async () => false,
  };
}

function post(path: string, { channel, message, key, mayStillSend }: PostRequest): Posted {
  const problem = problemOfName(channel.channel);
  if (problem !== null) return { kind: 'refused', why: 'closed', detail: problem };
  if (!mayStillSend()) return later('too late to post it');
  try {
    append(path, [plainWords(message), ...linesOfLinks(message), markOf(key), '\n'].join('\n'));
    return { kind: 'sent', messageId: key };
  } catch (cause) {
    return refusal(cause);
  }
}

/** All or nothing: a partial write, as on a full disk, is undone. */
function append(path: string, text: string): void {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  const before = fstatSync(file).size;
  try {
    const bytes = Buffer.from(text);
    if (writeSync(file, bytes) < bytes.length) throw new Error('ENOSPC: the disk is full');
    fsyncSync(file);
  } catch (cause) {
    ftruncateSync(file, before);
    throw cause;
  } finally {
    closeSync(file);
  }
}

function find(path: string, key: string): Found {
  try {
    const isThere = readFileSync(path, 'utf8').includes(markOf(key));
    return isThere ? { kind: 'sent', messageId: key } : { kind: 'absent' };
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return { kind: 'absent' };
    return { kind: 'cannot-search', detail: String(cause), forGood: false };
  }
}

/** The URLs of the citations: text shows no links. */
function linesOfLinks({ blocks }: Message): string[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'quote' && block.url !== null ? [`[${block.citation}] ${block.url}`] : [],
  );
  return [...new Set(lines)];
}

function markOf(key: string): string {
  return `· edition ${key}`;
}

function refusal(cause: unknown): Posted {
  const closed = CLOSED[codeOf(cause)];
  if (closed !== undefined) return { kind: 'refused', why: 'closed', detail: closed };
  return later(cause instanceof Error ? cause.message : String(cause));
}

const CLOSED: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write the file',
  EPERM: 'no permission to write the file',
  EISDIR: 'the name belongs to a folder',
  ELOOP: 'the file is a symbolic link',
};

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
