import type { MessageShortcut } from '@slack/bolt';
import { requestOfMenu } from '../../core/bot/interaction/message-request.ts';
import { NO_TEXT } from '../../core/bot/interaction/notices.ts';
import type { MessageMenu } from '../../core/bot/message-menus.ts';
import { reply, showToOne } from './answering.ts';
import { EXTERNAL, isRefused } from './external.ts';
import { guarded } from './guarded.ts';
import type { HandlerContext } from './handler-context.ts';
import type { Respond } from './posting.ts';
import type { Payload } from './replies.ts';
import { unescapeText } from './text.ts';

/** Takes the text of a message as a question, or as what to search for. It was acknowledged already. */
export async function useShortcut(
  context: HandlerContext,
  shortcut: MessageShortcut,
  { menu, respond }: { menu: MessageMenu; respond: Respond },
): Promise<void> {
  const { channel, message, message_ts, user } = shortcut;
  const { team, replies } = context;
  const thread = typeof message.thread_ts === 'string' ? message.thread_ts : message_ts;
  const isNew = typeof message.thread_ts !== 'string';
  const origin = { team, channel: channel.id, thread, isNew, user: user.id };
  const tell = (payload: Payload) => showToOne(context, origin, payload, respond);
  await guarded(context, { origin, respond }, async () => {
    if (await isRefused(context, { user: user.id, team: user.team_id })) return tell(replies.note(EXTERNAL));
    const request = requestOfMenu(menu, unescapeText(message.text ?? ''));
    if (!request) return tell(replies.note(NO_TEXT));
    await tell((await reply(context, origin, { request, forAsker: true })).payload);
  });
}
