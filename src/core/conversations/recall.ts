import type { Call } from '../bot/core.ts';
import type { Reply } from '../replies/reply.ts';
import { type Conversation, NEW_CONVERSATION } from './conversation.ts';
import { findAnswerById, sealReply } from './stored-answer.ts';

/** What was said here before. What cannot be read counts as unsaid, and the operator hears of it. */
export async function recall(call: Call): Promise<Conversation> {
  const { core, invocation } = call;
  const { audience, conversation, replyTo, standsAlone } = invocation;
  if (standsAlone) return NEW_CONVERSATION;
  try {
    const here = (await core.store.conversations.get(audience, conversation)) ?? NEW_CONVERSATION;
    if (replyTo === undefined || here.last?.answer === replyTo) return here;
    return (await findAnswerById(call, replyTo))?.said ?? here;
  } catch (cause) {
    core.report(new Error('A conversation could not be read.', { cause }));
    return NEW_CONVERSATION;
  }
}

/** Stores a reply, so that it can be opened again, and the conversation with it. Returns the reply to show. */
export async function remember(call: Call, reply: Reply, conversation: Conversation): Promise<Reply> {
  const { core, invocation, at } = call;
  const { audience, conversation: id, standsAlone } = invocation;
  try {
    // The answer first: a conversation must not refer to one that is not there.
    if (reply.id !== null) {
      const answer = { id: reply.id, audience, conversation: id, at, reply: sealReply(reply) };
      await core.store.answers.put({ ...answer, said: conversation });
    }
    if (!standsAlone) await core.store.conversations.set(audience, id, conversation, at);
    return reply;
  } catch (cause) {
    core.report(new Error('An answer could not be stored.', { cause }));
    return { ...reply, note: [reply.note, NOT_STORED].filter((part) => part !== null).join(' ') };
  }
}

/** Stores a reply that can be opened again but is no turn of its conversation. */
export async function keep({ core, invocation, at }: Call, reply: Reply): Promise<void> {
  const { audience, conversation } = invocation;
  if (reply.id === null) return;
  const answer = { id: reply.id, audience, conversation, at, reply: sealReply(reply), said: null };
  await core.store.answers.put(answer).catch((cause) => {
    core.report(new Error('An answer could not be stored.', { cause }));
  });
}

/** Makes what was said up to the answer that a request takes up the past of the request's own conversation. */
export async function adopt(call: Call): Promise<void> {
  const { core, invocation, at } = call;
  await core.store.conversations.set(invocation.audience, invocation.conversation, await recall(call), at);
}

const NOT_STORED = 'This could not be stored: follow-ups will not know of it.';
