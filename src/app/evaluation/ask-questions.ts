import { afterTurn, type Conversation, NEW_CONVERSATION } from '../../core/conversations/conversation.ts';
import { parseQuestion } from '../../core/conversations/follow-up.ts';
import type { Library } from '../../core/library/library.ts';
import { checkQuestion, composeAnswerReply } from '../../core/quoting/answer-reply.ts';
import type { Retriever } from '../../core/quoting/retriever.ts';
import type { AnswerReply, NothingReply } from '../../core/replies/reply.ts';
import type { OwnQuestion } from './questions-file.ts';

/** What questions are put to. */
export interface AskedPorts {
  readonly library: Library;
  readonly retriever: Retriever;
}

// Somebody on this machine, who may read what is readable locally and everywhere.
const AUDIENCE = {
  ...{ platform: 'terminal', workspace: 'local', channel: 'terminal', user: 'local' },
  ...{ private: false, local: true },
};

/** Asks a question as in chat, after those of its history in a conversation of their own. */
export async function askQuestion(
  ports: AskedPorts,
  { question, history }: Pick<OwnQuestion, 'question' | 'history'>,
): Promise<AnswerReply | NothingReply> {
  let conversation = NEW_CONVERSATION;
  for (const earlier of history)
    conversation = (await ask(ports, earlier.question, conversation)).conversation;
  return (await ask(ports, question, conversation)).reply;
}

async function ask({ library, retriever }: AskedPorts, typed: string, conversation: Conversation) {
  const text = checkQuestion(typed, []);
  const scope = library.scopeFor(AUDIENCE);
  const question = await parseQuestion(retriever, {
    text,
    conversation,
    scope,
    synonyms: [],
    at: new Date(),
  });
  const { turns, shown } = conversation;
  const reply = await composeAnswerReply(retriever, library, {
    ...{ question, topic: null, turns, shown, onlyNew: false },
    ...{ audience: AUDIENCE, conversation: 'evaluation' },
  });
  return { reply, conversation: afterTurn(conversation, question, reply) };
}
