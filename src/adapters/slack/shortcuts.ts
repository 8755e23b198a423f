import type { MessageShortcut } from '@slack/bolt';
import type { MessageMenu } from '../../core/bot/message-menus.ts';
import { clip } from '../../core/text/clip.ts';
import { EXTERNAL, guarded, isRefused, reply, showToOne } from './answering.ts';
import { unescapeText } from './commands.ts';
import type { HandlerContext } from './handler-context.ts';
import type { Respond } from './posting.ts';
import type { Payload } from './replies.ts';

const MAX_TEXT = 300; // characters of a message that are looked for

/** Takes the text of a message as a question, or as what to look for. It was acknowledged already. */
export async function useShortcut(
  parts: HandlerContext,
  shortcut: MessageShortcut,
  { menu, respond }: { menu: MessageMenu; respond: Respond },
): Promise<void> {
  const { channel, message, message_ts, user } = shortcut;
  const thread = typeof message.thread_ts === 'string' ? message.thread_ts : message_ts;
  const origin = { team: parts.team, channel: channel.id, thread, user: user.id };
  const tell = (payload: Payload) => showToOne(parts, origin, payload, respond);
  await guarded(parts, { origin, respond }, async () => {
    if (isRefused(parts, user.team_id)) return tell(parts.replies.note(EXTERNAL));
    const text = clip(
      unescapeText(message.text ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
      MAX_TEXT,
    );
    if (text === '')
      return tell(parts.replies.note('This message has no text to look for. Choose one with words in it.'));
    const request = { kind: 'command', command: menu.command, options: { [menu.option]: text } } as const;
    await tell((await reply(parts, origin, { request, forAsker: true })).payload);
  });
}
