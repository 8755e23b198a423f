import { randomInt } from 'node:crypto';
import { later } from '../../core/delivery/call-outcome.ts';
import type { Found, Posted, Poster, PostRequest } from '../../core/delivery/poster.ts';
import type { Message } from '../../core/replies/message.ts';
import { formatAddress } from '../../core/schedule/channel-address.ts';
import type { Inbox, InboxEntry } from './inbox.ts';
import { PAGE, PERSON, PLATFORM } from './place.ts';

/** What the poster is made with. */
export interface InboxPosterOptions {
  readonly inbox: Inbox;
  now(): Date;
}

/** Creates a poster to the page's inbox, in which an edition has one place: that of its key. */
export function createInboxPoster({ inbox, now }: InboxPosterOptions): Poster {
  return {
    platform: PLATFORM,
    deduplicatesFor: Number.MAX_SAFE_INTEGER,
    post: async (request) => post(inbox, request, now()),
    find: async ({ channel, key }) => find(inbox, formatAddress(channel), key),
    threadOf: () => null,
    async tell(_channel, user, text) {
      if (user !== PERSON.user) return false;
      const notice = { key: randomKey(), at: now(), title: 'About a digest', lines: [text], answer: null };
      return keep(inbox, { ...notice, kind: 'notice' }) === null;
    },
  };
}

function post(inbox: Inbox, { channel, message, key, mayStillSend }: PostRequest, at: Date): Posted {
  if (formatAddress(channel) !== formatAddress(PAGE))
    return { kind: 'refused', why: 'gone', detail: 'the page has one inbox, web:local/page' };
  if (!mayStillSend()) return later('too late to post it');
  const failed = keep(inbox, { key, at, ...inBrief(message), kind: 'digest' });
  return failed === null ? { kind: 'sent', messageId: key } : later(failed);
}

function find(inbox: Inbox, channel: string, key: string): Found {
  if (channel !== formatAddress(PAGE)) return { kind: 'absent' };
  try {
    return inbox.has(key) ? { kind: 'sent', messageId: key } : { kind: 'absent' };
  } catch (cause) {
    return { kind: 'cannot-search', detail: String(cause), forGood: false };
  }
}

/** Why an entry could not be kept; null if it is. */
function keep(inbox: Inbox, entry: InboxEntry): string | null {
  try {
    inbox.add(entry);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** What a list says of a message: its heading, and what Dossier itself says in it. */
function inBrief({ blocks, reply }: Message): Pick<InboxEntry, 'title' | 'lines' | 'answer'> {
  const heading = blocks.find((block) => block.kind === 'heading');
  const lines = blocks.filter((block) => block.kind === 'note').map(({ text }) => text);
  const answer = reply.kind === 'error' ? null : reply.id;
  return { title: heading?.text ?? 'Digest', lines, answer };
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

function randomKey(): string {
  return Array.from({ length: 25 }, () => BASE32[randomInt(BASE32.length)]).join('');
}
