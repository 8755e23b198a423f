import { sealReply } from '../answers/stored-answer.ts';
import type { Call } from '../core.ts';
import type { Reply } from '../messages/reply.ts';
import { type Conversation, NEW_CONVERSATION } from './conversation.ts';

/** What was said here before. What cannot be read counts as unsaid, and the operator hears of it. */
export async function recall({ core, invocation }: Call): Promise<Conversation> {
  const { reader, conversation, standsAlone } = invocation;
  if (standsAlone) return NEW_CONVERSATION;
  try {
    return (await core.store.conversations.get(reader, conversation)) ?? NEW_CONVERSATION;
  } catch (cause) {
    core.report(new Error('A conversation could not be read.', { cause }));
    return NEW_CONVERSATION;
  }
}

/** Stores a reply, so that it can be opened again, and the conversation with it. Returns the reply to show. */
export async function remember(call: Call, reply: Reply, conversation: Conversation): Promise<Reply> {
  const { core, invocation, at } = call;
  const { reader, conversation: id, standsAlone } = invocation;
  try {
    // The answer first: a conversation must not refer to one that is not there.
    if (reply.id !== null) {
      await core.store.answers.put({ id: reply.id, reader, conversation: id, at, reply: sealReply(reply) });
    }
    if (!standsAlone) await core.store.conversations.set(reader, id, conversation, at);
    return reply;
  } catch (cause) {
    core.report(new Error('An answer could not be stored.', { cause }));
    return { ...reply, note: [reply.note, NOT_STORED].filter((part) => part !== null).join(' ') };
  }
}

const NOT_STORED = 'This could not be stored: follow-ups will not know of it.';
