import { Routes, SnowflakeUtil } from 'discord.js';
import { type CallOutcome, cannotSearch } from '../../core/delivery/call-outcome.ts';
import type { Found } from '../../core/delivery/poster.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { bearsMark } from './mark.ts';
import type { PostingClient } from './posting-client.ts';

const PAGE = 100; // messages, the most that Discord returns at once
const PAGES = { least: 2, most: 10 };
const MARGIN = 172_800_000; // milliseconds before `since` that are searched too

/** A post that is searched for. */
export interface SoughtPost {
  readonly channel: string;
  readonly key: string;
  readonly since: Date;
  /** The bot's own id. */
  readonly author: string;
}

/** Searches for a post from the newest message back. This machine's clock decides only when to stop, and never before the second page. */
export async function findPost(client: PostingClient, sought: SoughtPost): Promise<Found> {
  let before: string | null = null;
  for (let nth = 1; nth <= PAGES.most; nth++) {
    const page = await readPage(client, sought.channel, before);
    if (page.kind !== 'done') return cannotSearch(page);
    const post = page.value.find((message) => isSought(message, sought));
    if (post) return { kind: 'sent', messageId: String(post.id) };
    const oldest = String(page.value.at(-1)?.id ?? '');
    if (!ID.test(oldest)) return before === null ? mayBeHidden(client, sought.channel) : { kind: 'absent' };
    if (nth >= PAGES.least && SnowflakeUtil.timestampFrom(oldest) < sought.since.valueOf() - MARGIN) break;
    before = oldest;
  }
  return { kind: 'absent' };
}

/** The pattern of Discord's ids. */
export const ID = /^\d{1,20}$/;

async function readPage(
  client: PostingClient,
  channel: string,
  before: string | null,
): Promise<CallOutcome<readonly Fields[]>> {
  const query = { limit: String(PAGE), ...(before === null ? {} : { before }) };
  const outcome = await client({ method: 'GET', route: Routes.channelMessages(channel), query });
  if (outcome.kind !== 'done') return outcome;
  return Array.isArray(outcome.value) ? { kind: 'done', value: outcome.value.map(fieldsOf) } : UNEXPECTED;
}

const UNEXPECTED = {
  kind: 'unknown',
  detail: 'Unexpected response from Discord.',
} as const;

/** Without the permission to read the history, a channel looks empty (docs, Get Channel Messages). */
async function mayBeHidden(client: PostingClient, channel: string): Promise<Found> {
  const outcome = await client({ method: 'GET', route: Routes.channel(channel) });
  if (outcome.kind !== 'done') return cannotSearch(outcome);
  if (fieldsOf(outcome.value).last_message_id === null) return { kind: 'absent' };
  return { kind: 'cannot-search', detail: HIDDEN, forGood: true };
}

const HIDDEN = 'Cannot read the channel’s messages: the bot needs Read Message History.';

/** Whether a message is the bot's own and bears the key, and isn't the response to a button under it: that may bear the same mark. */
function isSought(message: Fields, { key, author }: SoughtPost): boolean {
  if (fieldsOf(message.author).id !== author) return false;
  if ((message.interaction_metadata ?? message.interaction ?? null) !== null) return false;
  return message.nonce === key || bearsMark(message.components, key);
}
