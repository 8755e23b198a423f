import type { ChatRequest } from '../../core/bot/invocation.ts';
import { EXTERNAL, guarded, isRefused, reply } from './answering.ts';
import { unescapeText } from './commands.ts';
import type { HandlerContext } from './handler-context.ts';
import { isDirect, type MessageOrigin, workspaceOf } from './message-origin.ts';
import { post, postToOne } from './posting.ts';

/** A message as both kinds of events tell it: `message` and `app_mention`. */
export interface HeardMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly text?: string | undefined;
  readonly user?: string | undefined;
  readonly subtype?: string | undefined;
  readonly bot_id?: string | undefined;
  /** Who wrote the first message of the thread. */
  readonly parent_user_id?: string | undefined;
  /** The workspace of whoever wrote it. */
  readonly user_team?: string | undefined;
  readonly team?: string | undefined;
}

const SUBTYPES: ReadonlySet<string> = new Set(['thread_broadcast', 'file_share']); // still words of a person

/** Answers what people write to Dossier: in direct messages, by mentioning it, in the threads under its messages. */
export async function handleMessage(parts: HandlerContext, heard: HeardMessage): Promise<void> {
  const { channel, ts, user, subtype, bot_id } = heard;
  if (user === undefined || bot_id !== undefined || (subtype !== undefined && !SUBTYPES.has(subtype))) return;
  if (!isForUs(parts, heard)) return;
  // One mention comes as two events, under different ids, perhaps to two processes.
  if (!(await parts.chat.claim(workspaceOf(parts.team), `message ${channel} ${ts}`))) return;
  const direct = isDirect(channel);
  const origin = { team: parts.team, channel, thread: heard.thread_ts ?? (direct ? null : ts), user };
  await guarded(parts, { origin, respond: null }, async () => {
    if (isRefused(parts, heard.user_team ?? heard.team))
      return void (await postToOne(parts, origin, parts.replies.note(EXTERNAL)));
    await answer(parts, origin, heard);
  });
}

async function answer(parts: HandlerContext, origin: MessageOrigin, heard: HeardMessage): Promise<void> {
  await parts.openings.get(origin.channel)?.catch(() => undefined);
  const direct = isDirect(origin.channel);
  const { payload } = await reply(parts, origin, {
    request: readAsked(parts, heard),
    forAsker: false,
    followsText: true,
    asManager: direct,
  });
  if (!(await post(parts, origin, payload)))
    await post(parts, { channel: origin.user, thread: null }, payload);
}

function isForUs({ bot }: HandlerContext, { channel, parent_user_id, text = '' }: HeardMessage): boolean {
  return isDirect(channel) || parent_user_id === bot || mentionOf(bot).test(text);
}

/** The text without the mention; nothing but a mention asks what can be asked. */
function readAsked({ bot }: HandlerContext, { text = '' }: HeardMessage): ChatRequest {
  const line = unescapeText(text.replaceAll(mentionOf(bot), ' ')).trim();
  return line === '' ? { kind: 'command', command: 'help', options: {} } : { kind: 'line', text: line };
}

function mentionOf(bot: string): RegExp {
  return new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'g');
}
