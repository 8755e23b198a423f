import { briefReply } from '../answers/brief-reply.ts';
import { answerReply } from '../answers/question-reply.ts';
import type { ControlWord } from '../chat/invocation.ts';
import type { Call } from '../core.ts';
import { readableDate } from '../messages/dates.ts';
import { emptyReply, type Reply, type ReplyKind } from '../messages/reply.ts';
import { afterTurn, type Quoted } from './conversation.ts';

/** Does what a control word asks for in a conversation. */
export function control(call: Call, word: ControlWord): Reply {
  switch (word) {
    case 'more':
      return more(call);
    case 'sources':
      return sourcesOfLast(call);
    case 'new':
      return forget(call);
  }
}

/** The next points of the newest answer or brief, none of which this conversation has seen. */
function more(call: Call): Reply {
  const { core, invocation } = call;
  const conversation = core.conversations.get(invocation.conversation);
  const { last } = conversation;
  if (!last) return note(call, 'more', 'There is nothing to continue yet. Ask a question, or type /brief.');
  const reply = { ...continued(call, last), command: 'more' };
  if (reply.points.length === 0) return note(call, 'more', 'That was all there is on this.');
  const turns = conversation.turns.slice(0, -1);
  core.conversations.set(
    invocation.conversation,
    afterTurn({ ...conversation, turns }, last.understood, reply),
  );
  return reply;
}

function continued(call: Call, { reply, understood }: Quoted): Reply {
  const { core, invocation } = call;
  const conversation = core.conversations.get(invocation.conversation);
  const topic = core.topicsFor(invocation).find(({ name }) => name === reply.topic) ?? null;
  if (reply.kind === 'brief' && topic) {
    return briefReply(call, { topic, length: '1m', shown: conversation.shown });
  }
  return answerReply(call, { understood, conversation, topic, onlyNew: true });
}

/** The newest reply's sources with all that is known of them. */
function sourcesOfLast(call: Call): Reply {
  const { last } = call.core.conversations.get(call.invocation.conversation);
  if (!last) return note(call, 'sources', 'Nothing has been quoted here yet. /sources lists the documents.');
  const { reply } = last;
  const items = reply.sources.map(({ number, title, publisher, published, url, document }) => ({
    id: `[${number}]`,
    title,
    detail: [publisher, readableDate(published), url, document].filter((part) => part !== null).join(' · '),
  }));
  const { id, topic, question, sources } = reply;
  return { ...empty(call, 'list', 'sources'), id, topic, question, items, sources, note: HOW_TO_OPEN };
}

const HOW_TO_OPEN = 'Type “/sources 1” to read an excerpt in its place.';

function forget(call: Call): Reply {
  call.core.conversations.forget(call.invocation.conversation);
  return note(call, 'new', 'Starting afresh: what was said before is forgotten.');
}

function note(call: Call, command: ControlWord, text: string): Reply {
  return { ...empty(call, 'note', command), note: text };
}

function empty({ invocation, coverage }: Call, kind: ReplyKind, command: ControlWord): Reply {
  return emptyReply(kind, { conversation: invocation.conversation, command, coverage });
}
