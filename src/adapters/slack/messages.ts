import type { SaidTo } from '../../core/bot/chat-adapter.ts';
import { requestOfText } from '../../core/bot/interaction/message-request.ts';
import { fileOf } from '../../core/replies/reply.ts';
import { reply, type SlackRequest, showToOne } from './answering.ts';
import { EXTERNAL, isRefused } from './external.ts';
import { sendFile } from './file.ts';
import { guarded } from './guarded.ts';
import type { HandlerContext } from './handler-context.ts';
import { isDirect, type MessageOrigin, toInvocation, workspaceOf } from './message-origin.ts';
import { post, postToOne, postToPerson } from './posting.ts';
import { requestWithFile, requestWithList, type SharedFile } from './shared-file.ts';
import { unescapeText } from './text.ts';
import { showWorking } from './working.ts';

/** A message as both kinds of events report it: `message` and `app_mention`. */
export interface MessageEvent {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly text?: string | undefined;
  readonly user?: string | undefined;
  readonly subtype?: string | undefined;
  readonly bot_id?: string | undefined;
  /** The author of the first message of the thread. */
  readonly parent_user_id?: string | undefined;
  /** The workspace of the author. */
  readonly user_team?: string | undefined;
  readonly team?: string | undefined;
  readonly files?: readonly SharedFile[] | undefined;
}

const SUBTYPES: ReadonlySet<string> = new Set(['thread_broadcast', 'file_share']); // still words of a person

/** Answers what people write to Dossier: in direct messages, by mentioning it, in the threads under its messages. */
export async function handleMessage(context: HandlerContext, event: MessageEvent): Promise<void> {
  const { channel, ts, user, subtype, bot_id } = event;
  const { chat, team, replies } = context;
  if (user === undefined || bot_id !== undefined || (subtype !== undefined && !SUBTYPES.has(subtype))) return;
  const said = saidTo(context, event);
  if (said === null) return;
  const { thread_ts: thread = ts } = event;
  const origin = { team, channel, thread, isNew: event.thread_ts === undefined, user };
  await guarded(context, { origin, respond: null }, async () => {
    if (!(await isHeeded(context, { origin, event, said }))) return;
    // One mention comes as two events with different ids, perhaps to two processes.
    if (!(await chat.claim(workspaceOf(team), `message ${channel} ${ts}`))) return;
    const asker = { user, team: event.user_team ?? event.team };
    if (!(await isRefused(context, asker))) return answer(context, origin, event);
    const once = `external ${channel} ${origin.thread} ${user}`;
    if (await chat.claim(workspaceOf(team), once)) await postToOne(context, origin, replies.note(EXTERNAL));
  });
}

/** A message, where it was said and to whom. */
interface Said {
  readonly origin: MessageOrigin;
  readonly event: MessageEvent;
  readonly said: SaidTo;
}

/** Whether a message is meant for Dossier: it is mentioned, alone with the person, or asked something in a thread begun with it. */
function isHeeded({ chat, bot }: HandlerContext, { origin, event, said }: Said): Promise<boolean> {
  const text = (event.text ?? '').replaceAll(mentionOf(bot), ' ').trim(); // with the mentions of others, who are talked to
  const invocation = toInvocation(origin, { kind: 'line', text }, { forAsker: false, manager: false });
  return chat.heeds(invocation, said);
}

async function answer(context: HandlerContext, origin: MessageOrigin, event: MessageEvent): Promise<void> {
  if (event.parent_user_id === context.bot) await context.openings.known(origin.channel, origin.thread ?? '');
  const working = showWorking(context, origin);
  await answerInPlace(context, origin, event).finally(working.end);
}

async function answerInPlace(
  context: HandlerContext,
  origin: MessageOrigin,
  event: MessageEvent,
): Promise<void> {
  const { message, payload } = await reply(context, origin, {
    ...requestOf(context, event),
    forAsker: false,
    followsText: true,
    asManager: isDirect(origin.channel),
  });
  const file = fileOf(message.reply);
  if (message.reply.kind === 'error' && !isDirect(origin.channel))
    await showToOne(context, origin, payload, null);
  else if (file) await sendFile(context, origin, { file, payload, forAsker: false });
  else if (!(await post(context, origin, payload))) await postToPerson(context, origin.user, payload);
}

/** To whom or where a message is said; null: to everyone in a channel. */
function saidTo({ bot }: HandlerContext, event: MessageEvent): SaidTo | null {
  const { channel, parent_user_id, thread_ts, text = '' } = event;
  if (isDirect(channel) || mentionOf(bot).test(text)) return 'dossier';
  if (parent_user_id === bot) return 'its-thread';
  return thread_ts === undefined ? null : 'a-thread';
}

/** What a message asks, without the mention; a file that came with it may be added, or be a list to search for. */
function requestOf(
  { bot, readShared, commands }: HandlerContext,
  { text = '', files = [] }: MessageEvent,
): Pick<SlackRequest, 'request' | 'readFile' | 'readOptions'> {
  const said = unescapeText(text.replaceAll(mentionOf(bot), ' ')).trim();
  const [file] = files;
  if (!readShared || !file) return { request: requestOfText(said) };
  const searching = requestWithList(said, commands);
  if (searching)
    return { request: searching, readOptions: async () => ({ list: await readShared.list(file) }) };
  const adding = requestWithFile(said, file);
  if (!adding) return { request: requestOfText(said) };
  return { request: adding, readFile: () => readShared.document(file) };
}

function mentionOf(bot: string): RegExp {
  return new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'g');
}
