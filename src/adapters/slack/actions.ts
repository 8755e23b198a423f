import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import { type Deed, requestOf } from '../../core/chat/deeds.ts';
import { EXTERNAL, guarded, isRefused, type Request, reply, showToAll, showToOne } from './answering.ts';
import { patiently } from './calls.ts';
import { codeOf } from './failures.ts';
import { questionForm, readForm } from './form.ts';
import type { Parts } from './parts.ts';
import { placeOf, type Said, workspaceOf } from './place.ts';
import { post, type Respond } from './posting.ts';
import type { Payload } from './replies.ts';

/** A click under a message. */
export interface Click {
  readonly body: BlockAction;
  /** The value of the button, or of the chosen option. */
  readonly value: string;
  readonly respond: Respond;
}

/** Does what a button under a message is for. It was acknowledged already. */
export async function actOnClick(parts: Parts, { body, value, respond }: Click): Promise<void> {
  const said = saidBy(parts, body);
  if (!said) return;
  const tell = (payload: Payload) => showToOne(parts, said, payload, respond);
  await guarded(parts, { said, respond }, async () => {
    if (isRefused(parts, body.user.team_id)) return tell(parts.replies.note(EXTERNAL));
    const [reason, signed] = splitReason(parts, value);
    const deed = parts.deeds.read(signed, placeOf(said), parts.now());
    if (!deed) return tell(parts.replies.note(NOT_GOOD));
    await act(parts, { deed, said, reason, signed, body, respond });
  });
}

const NOT_GOOD = 'This button is too old, or does not belong here. Ask again with /ask or /brief.';

interface Act {
  readonly deed: Deed;
  readonly said: Said;
  readonly reason: string | null;
  readonly signed: string;
  readonly body: BlockAction;
  readonly respond: Respond;
}

async function act(parts: Parts, given: Act): Promise<void> {
  const { deed, said, signed, body, respond } = given;
  const forAsker = isEphemeral(body);
  switch (deed.kind) {
    case 'ask':
      return openForm(parts, { signed, said, forAsker }, given);
    case 'up':
    case 'down':
    case 'reason':
      return rate(parts, given);
    case 'keep':
      return keep(parts, given);
    case 'thread':
      return; // every message has a thread here
    default:
      return show(parts, said, { forAsker, ...requestOf(deed) }, respond);
  }
}

/** Opens the form for a question, which Slack lets an app do for three seconds. */
async function openForm(
  parts: Parts,
  remembered: Parameters<typeof questionForm>[0],
  { said, body, respond }: Act,
): Promise<void> {
  const view = questionForm(remembered);
  try {
    await patiently(() => parts.client.views.open({ trigger_id: body.trigger_id, view }));
  } catch (cause) {
    if (!/trigger/.test(codeOf(cause) ?? '')) throw cause;
    await showToOne(parts, said, parts.replies.note(TOO_LATE), respond);
  }
}

const TOO_LATE = 'Slack did not open the form in time. Press Ask again, or type /ask and your question.';

/** Shows what was asked for by a button. */
async function show(parts: Parts, said: Said, request: Request, respond: Respond): Promise<void> {
  const answered = await reply(parts, said, request);
  if (request.forAsker || answered.message.reply.kind === 'error')
    await showToOne(parts, said, answered.payload, respond);
  else await showToAll(parts, said, answered, respond);
}

/** Sends somebody what only they saw, so that it stays. */
async function keep(parts: Parts, { deed, said, respond }: Act): Promise<void> {
  if (deed.kind !== 'keep') return;
  const { payload } = await reply(parts, said, { forAsker: true, ...requestOf(deed) });
  const kept = await post(
    parts,
    { channel: said.user, thread: null },
    {
      ...payload,
      blocks: payload.blocks.filter(({ type }) => type !== 'actions' && type !== 'context_actions'),
    },
  );
  await showToOne(
    parts,
    said,
    parts.replies.note(
      kept
        ? 'It is among your messages with Dossier.'
        : 'It could not be sent to you: direct messages with Dossier are off.',
    ),
    respond,
  );
}

/** Keeps what somebody thinks of an answer, once however often it is pressed. */
async function rate(parts: Parts, { deed, said, reason, respond }: Act): Promise<void> {
  if (deed.kind !== 'up' && deed.kind !== 'down' && deed.kind !== 'reason') return;
  const rating = deed.kind === 'up' ? 'up' : 'down';
  const event = ['rated', said.user, deed.answer, rating, reason].join(' ');
  const options = { rating, answer: deed.answer, ...(reason === null ? {} : { reason }) };
  const isFirst = await parts.chat.claim(workspaceOf(said.team), event);
  const request = { asked: { kind: 'command', command: 'feedback', options }, forAsker: true } as const;
  const { text, blocks } = isFirst
    ? (await reply(parts, said, request)).payload
    : parts.replies.note('You said so already. Thank you.');
  const more = deed.kind === 'down' ? parts.replies.reasons(deed.answer, said, reasonsOf(parts)) : [];
  await showToOne(parts, said, { text, blocks: [...blocks, ...more] }, respond);
}

function reasonsOf({ commands }: Parts): readonly string[] {
  return commands.find(({ name }) => name === 'feedback')?.options.reason?.choices ?? [];
}

/** A chosen reason stands before the deed. */
function splitReason(parts: Parts, value: string): [reason: string | null, signed: string] {
  const reason = reasonsOf(parts).find((known) => value.startsWith(`${known} `)) ?? null;
  return [reason, reason === null ? value : value.slice(reason.length + 1)];
}

/** Answers a question that was typed into the form under an answer. */
export async function askByForm(
  parts: Parts,
  { user, view }: Pick<ViewSubmitAction, 'user' | 'view'>,
): Promise<void> {
  const form = readForm(view, { team: parts.team, user: user.id });
  if (!form) return;
  const { said, forAsker, question } = form;
  const tell = (payload: Payload) => showToOne(parts, said, payload, null);
  await guarded(parts, { said, respond: null }, async () => {
    const deed = parts.deeds.read(form.signed, placeOf(said), parts.now());
    if (deed?.kind !== 'ask') return tell(parts.replies.note(NOT_GOOD));
    const asked = { kind: 'command', command: 'ask', options: { question } } as const;
    const answered = await reply(parts, said, { asked, forAsker, replyTo: deed.answer });
    if (forAsker) await tell(answered.payload);
    else await showToAll(parts, said, answered, null);
  });
}

/** Where a click was made: in the thread of its message. */
function saidBy({ team }: Parts, { channel, container, message, user }: BlockAction): Said | null {
  if (!channel) return null;
  const inThread: unknown = message?.thread_ts ?? container.thread_ts;
  const root = isEphemeralContainer(container) ? null : message?.ts;
  const thread = typeof inThread === 'string' ? inThread : (root ?? null);
  return { team, channel: channel.id, thread, user: user.id };
}

function isEphemeral({ container }: BlockAction): boolean {
  return isEphemeralContainer(container);
}

function isEphemeralContainer(container: BlockAction['container']): boolean {
  return container.is_ephemeral === true;
}
