import { Routes, SnowflakeUtil } from 'discord.js';
import type { Found } from '../../core/delivery/poster.ts';
import { bearsMark } from './mark.ts';
import { type Fields, fieldsOf, toPosted } from './posted.ts';
import type { Outcome, PostingClient } from './posting-client.ts';

const PAGE = 100; // messages, the most that Discord gives at once
const PAGES = { least: 2, most: 10 };
const MARGIN = 172_800_000; // milliseconds before `since` that are looked through too

/** A post that is looked for. */
export interface SoughtPost {
  readonly channel: string;
  readonly key: string;
  readonly since: Date;
  /** The bot's own id. */
  readonly author: string;
}

/** Looks for a post from the newest message back. This machine's clock decides only when to stop, and never before the second page. */
export async function findPost(client: PostingClient, wanted: SoughtPost): Promise<Found> {
  let before: string | null = null;
  for (let nth = 1; nth <= PAGES.most; nth++) {
    const page = await readPage(client, wanted.channel, before);
    if ('kind' in page) return cannotLook(page);
    const post = page.find((message) => isWanted(message, wanted));
    if (post) return { kind: 'sent', messageId: String(post.id) };
    const oldest = String(page.at(-1)?.id ?? '');
    if (!ID.test(oldest)) return before === null ? mayBeHidden(client, wanted.channel) : { kind: 'absent' };
    if (nth >= PAGES.least && SnowflakeUtil.timestampFrom(oldest) < wanted.since.valueOf() - MARGIN) break;
    before = oldest;
  }
  return { kind: 'absent' };
}

/** What an id of Discord's looks like. */
export const ID = /^\d{1,20}$/;

async function readPage(
  client: PostingClient,
  channel: string,
  before: string | null,
): Promise<readonly Fields[] | Outcome> {
  const query = { limit: String(PAGE), ...(before === null ? {} : { before }) };
  const outcome = await client({ method: 'GET', route: Routes.channelMessages(channel), query });
  const isList = outcome.kind === 'answered' && outcome.status === 200 && Array.isArray(outcome.body);
  return isList ? (outcome.body as readonly unknown[]).map(fieldsOf) : outcome;
}

/** Whoever may not read what was said before is shown an empty channel (docs, Get Channel Messages). */
async function mayBeHidden(client: PostingClient, channel: string): Promise<Found> {
  const outcome = await client({ method: 'GET', route: Routes.channel(channel) });
  if (outcome.kind !== 'answered' || outcome.status !== 200) return cannotLook(outcome);
  if (fieldsOf(outcome.body).last_message_id === null) return { kind: 'absent' };
  return { kind: 'cannot-look', detail: HIDDEN, forGood: true };
}

const HIDDEN = 'Discord shows no messages of the channel; that needs Read Message History.';

/** Why a channel can't be looked through, as long as it stays so. */
export function cannotLook(outcome: Outcome): Found {
  const posted = toPosted(outcome, new Date(0));
  const detail = posted.kind === 'sent' ? 'Discord answered something else than was request.' : posted.detail;
  return { kind: 'cannot-look', detail, forGood: posted.kind === 'refused' };
}

/** Ours, and not the response to somebody who used a button under it: those may carry the same mark. */
function isWanted(message: Fields, { key, author }: SoughtPost): boolean {
  if (fieldsOf(message.author).id !== author) return false;
  if ((message.interaction_metadata ?? message.interaction ?? null) !== null) return false;
  return message.nonce === key || bearsMark(message.components, key);
}
