import type { webApi } from '@slack/bolt';
import type { FindRequest, Found } from '../../core/delivery/poster.ts';
import { type CallOnceOptions, callOnce } from './call-once.ts';
import { notFound } from './post-failures.ts';

/** The type of the metadata that contains the key of a digest. */
export const METADATA = 'dossier_digest';

const PAGE = 100; // messages that are asked for at once; Slack may give fewer
const MAX_PAGES = 10;
const LEAST_MESSAGES = 200; // that are read however old they seem, since the clock may be wrong
const MARGIN = 2 * 86_400; // seconds

/** Searches a channel for a post of a bot by its key, from the newest message back, without relying on this machine's clock. */
export async function findInHistory(
  calls: CallOnceOptions,
  botId: string,
  { channel: { channel }, key, since }: FindRequest,
): Promise<Found> {
  const isOver = (oldest: string | undefined) => Number(oldest) < since.valueOf() / 1000 - MARGIN;
  let cursor = '';
  for (let pages = 0, read = 0; pages < MAX_PAGES; pages++) {
    const page = await callOnce(calls, (client) =>
      client.conversations.history({
        ...{ channel, limit: PAGE, include_all_metadata: true },
        ...(cursor === '' ? {} : { cursor }),
      }),
    );
    if (page.kind !== 'done') return notFound(page);
    const { messages = [], response_metadata } = page.value;
    const ts = messages.find((message) => message.bot_id === botId && keyOf(message) === key)?.ts;
    if (ts !== undefined) return { kind: 'sent', messageId: ts };
    read += messages.length;
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '' || (read >= LEAST_MESSAGES && isOver(messages.at(-1)?.ts))) break;
  }
  return { kind: 'absent' };
}

type HistoryMessage = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number];

function keyOf({ metadata }: HistoryMessage): unknown {
  if (metadata?.event_type !== METADATA) return undefined;
  return (metadata.event_payload as Readonly<Record<string, unknown>> | undefined)?.key;
}
