import type { AnswerReply, BriefReply, NothingReply, StorableReply } from '../replies/reply.ts';
import { type AnswerStore, mayOpen } from './answer-store.ts';
import { type Conversation, type ConversationContext, NEW_CONVERSATION } from './conversation.ts';
import type { ConversationStore } from './conversation-store.ts';
import { sealReply } from './sealing.ts';

/** A reply that is a turn of its conversation. */
export type TurnReply = BriefReply | AnswerReply | NothingReply;

/** Remembers conversations. `recall`, `remember` and `keep` report a failure of the store, and people still get their reply. */
export interface Recall {
  /** Returns the conversation so far; a new one if it could not be read. */
  recall(context: ConversationContext): Promise<Conversation>;
  /** Stores a reply, so that it can be opened again, and the conversation with it. Returns the reply to show. */
  remember(context: ConversationContext, reply: TurnReply, conversation: Conversation): Promise<TurnReply>;
  /** Stores a reply that can be opened again but is no turn of its conversation. */
  keep(context: ConversationContext, reply: StorableReply): Promise<void>;
  /** Makes everything said up to `replyTo` the past of this conversation. */
  adopt(context: ConversationContext): Promise<void>;
  /** Leaves the conversation to those who talk in it. */
  silence(context: ConversationContext): Promise<void>;
  /** Takes part in it again. */
  wake(context: ConversationContext): Promise<void>;
  /** Whether it was left. A failure of the store counts as no. */
  isSilent(context: ConversationContext): Promise<boolean>;
  /** Removes the conversation. */
  forget(context: ConversationContext): Promise<void>;
}

/** The ports of a memory. */
export interface RecallPorts {
  readonly conversations: ConversationStore;
  readonly answers: Pick<AnswerStore, 'get' | 'put'>;
  report(error: Error): void;
}

/** Creates the memory of the conversations in a store. */
export function createRecall(ports: RecallPorts): Recall {
  const { conversations, answers, report } = ports;
  const recall = (context: ConversationContext) =>
    readConversation(ports, context).catch((cause) => {
      report(new Error('Could not load a conversation.', { cause }));
      return NEW_CONVERSATION;
    });
  return {
    recall,
    async remember(context, reply, conversation) {
      try {
        // The answer first: a conversation must not refer to one that does not exist.
        await storeAnswer(answers, context, reply, conversation);
        if (!context.standsAlone)
          await conversations.set(
            context.audience,
            context.conversation,
            context.opensThread ? { ...conversation, begun: true } : conversation,
            context.at,
          );
        return reply;
      } catch (cause) {
        report(notStored(cause));
        return { ...reply, note: reply.note === null ? NOT_STORED : `${reply.note} ${NOT_STORED}` };
      }
    },
    keep: (context, reply) =>
      storeAnswer(answers, context, reply, null).catch((cause) => report(notStored(cause))),
    async adopt(context) {
      await conversations.set(context.audience, context.conversation, await recall(context), context.at);
    },
    async silence(context) {
      await conversations.set(
        context.audience,
        context.conversation,
        { ...(await recall(context)), silent: true },
        context.at,
      );
    },
    async wake(context) {
      const { silent, ...conversation } = await recall(context);
      if (silent) await conversations.set(context.audience, context.conversation, conversation, context.at);
    },
    isSilent: async (context) => (await recall(context)).silent === true,
    forget: ({ audience, conversation }) => conversations.remove(audience, conversation),
  };
}

async function readConversation(
  { conversations, answers }: RecallPorts,
  { audience, conversation, replyTo, standsAlone }: ConversationContext,
): Promise<Conversation> {
  if (standsAlone) return NEW_CONVERSATION;
  const here = (await conversations.get(audience, conversation)) ?? NEW_CONVERSATION;
  if (replyTo === undefined || here.last?.answer === replyTo) return here;
  const answer = await answers.get(audience, replyTo);
  return (answer && mayOpen(answer, audience) ? answer.said : null) ?? here;
}

async function storeAnswer(
  answers: RecallPorts['answers'],
  { audience, conversation, at }: ConversationContext,
  reply: StorableReply,
  said: Conversation | null,
): Promise<void> {
  if (reply.id === null) return;
  await answers.put({ id: reply.id, audience, conversation, at, reply: sealReply(reply), said });
}

function notStored(cause: unknown): Error {
  return new Error('Could not save an answer.', { cause });
}

const NOT_STORED = 'Could not save this answer, so follow-ups cannot refer to it.';
