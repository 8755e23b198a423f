import { showFile } from '../../core/bot/interaction/shown-file.ts';
import type { ReplyFile } from '../../core/replies/reply.ts';
import { retryWhenLimited } from './calls.ts';
import { codeOf, formatScope, NOT_HERE } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import { isDirect, type MessageOrigin } from './message-origin.ts';
import { type Posted, post, postToPerson } from './posting.ts';
import type { Payload } from './replies.ts';
import { reportFailure } from './report-failure.ts';

/** Where a file is shared: a channel's id, and the thread's first message. */
type Place = Pick<MessageOrigin, 'channel' | 'thread'>;

/**
 * Sends a reply and its file: where it was asked in words, in the same place; what only one person is to see goes to
 * that person's messages, since files have no other privacy. Returns what the person is told where they asked, if anything.
 */
export async function sendFile(
  context: HandlerContext,
  origin: MessageOrigin,
  {
    file,
    payload,
    forAsker,
  }: { readonly file: ReplyFile; readonly payload: Payload; readonly forAsker: boolean },
): Promise<Payload | null> {
  const isElsewhere = forAsker && !isDirect(origin.channel);
  const posted = isElsewhere ? null : await post(context, origin, payload);
  const sent = posted ?? (await postToPerson(context, origin.user, payload));
  if (!sent) return context.replies.note(CLOSED);
  const place = posted ? origin : { channel: sent.channel, thread: null };
  await upload(context, place, { file, under: sent });
  return posted ? null : context.replies.note(SENT);
}

const SENT = 'Sent to your messages with Dossier.';
const CLOSED = 'Could not send you the file: direct messages with Dossier are off.';

/** Uploads a file under the message that names it; where Slack refuses, its text is shown instead if it is short. */
async function upload(
  context: HandlerContext,
  { thread }: Place,
  { file, under: { channel } }: { readonly file: ReplyFile; readonly under: Posted },
): Promise<void> {
  try {
    await retryWhenLimited(() => context.client.filesUploadV2(toArguments(file, { channel, thread })));
  } catch (cause) {
    const problem = problemOf(cause);
    if (problem === null) throw cause;
    reportFailure(context, 'Could not upload a file to Slack.', cause);
    await post(context, { channel, thread }, inWords(context, file, problem));
  }
}

function toArguments({ name: filename, text: content }: ReplyFile, { channel, thread }: Place) {
  const about = { filename, content, title: filename, channel_id: channel };
  return thread === null ? about : { ...about, thread_ts: thread };
}

/** Why Slack refused a file, and what mends it; null if that is not known. */
function problemOf(cause: unknown): string | null {
  const code = codeOf(cause) ?? '';
  if (code === 'missing_scope') return formatScope(cause);
  return REFUSED.has(code) || NOT_HERE.has(code) ? 'Slack does not take files from Dossier here.' : null;
}

// Codes by which Slack refuses uploads for a workspace (docs, files.getUploadURLExternal, files.completeUploadExternal).
const REFUSED: ReadonlySet<string> = new Set([
  ...['file_uploads_disabled', 'file_uploads_except_images_disabled', 'storage_limit_reached'],
  ...['file_upload_size_restricted', 'posting_to_general_channel_denied', 'file_update_failed'],
]);

function inWords({ replies }: HandlerContext, file: ReplyFile, problem: string): Payload {
  const { note, text } = showFile(file, problem);
  const said = replies.note(note);
  if (text === null) return said;
  const run = { type: 'text', text: text.toWellFormed() } as const;
  const shown = { type: 'rich_text_preformatted', elements: [run] } as const;
  return { ...said, blocks: [...said.blocks, { type: 'rich_text', elements: [shown] }] };
}
