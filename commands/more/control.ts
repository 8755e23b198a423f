import type { Call } from '../../src/core/bot/core.ts';
import type { ControlWord } from '../../src/core/bot/invocation.ts';
import { afterTurn, type Conversation, type Quoted } from '../../src/core/conversations/conversation.ts';
import { recall, remember } from '../../src/core/conversations/recall.ts';
import { findAnswerById, newestAnswer, openAnswer } from '../../src/core/conversations/stored-answer.ts';
import type { DocumentId } from '../../src/core/library/document.ts';
import { moreNewsReply } from '../../src/core/news/more-news.ts';
import { answerReply } from '../../src/core/quoting/answer-reply.ts';
import { briefReply } from '../../src/core/quoting/brief-reply.ts';
import { emptyReply, type Reply, type ReplyKind } from '../../src/core/replies/reply.ts';
import { readableDate } from '../../src/core/text/readable-date.ts';
import { nextHits } from '../search/search-reply.ts';
import { newsOf } from './news-of.ts';

/** Does what a control word asks for in a conversation. */
export function control(call: Call, word: ControlWord): Promise<Reply> {
  switch (word) {
    case 'more':
      return more(call);
    case 'sources':
      return sourcesOfLast(call);
    case 'new':
      return forget(call);
  }
}

/** The next points of the newest answer or brief, none of which this conversation has seen; after a search its next page. */
async function more(call: Call): Promise<Reply> {
  const hits = await hitsMeant(call);
  if (hits !== null) return nextHits(call, hits);
  const conversation = await recall(call);
  const { last } = conversation;
  if (!last) return note(call, 'more', 'There is nothing to continue yet. Ask a question, or type /brief.');
  const digest = last.digest ?? last.answer;
  const news = await newsOf(call, digest);
  const reply = { ...continued(call, { conversation, last, news }), command: 'more' };
  if (reply.points.length === 0) return note(call, 'more', 'That was all there is on this.');
  const turns = conversation.turns.slice(0, -1);
  const after = afterTurn({ ...conversation, turns }, last.understood, reply, last.style);
  return remember(call, reply, news && after.last ? { ...after, last: { ...after.last, digest } } : after);
}

/** The words of the search whose hits are to be gone on with: the one replied to, or what whoever asks saw last. */
async function hitsMeant(call: Call): Promise<string | null> {
  const { replyTo, audience } = call.invocation;
  const answer = await (replyTo === undefined ? newestAnswer(call) : findAnswerById(call, replyTo));
  const own = replyTo !== undefined || answer?.audience.user === audience.user;
  return own && answer?.reply.command === 'search' ? answer.reply.question : null;
}

interface Continued {
  readonly conversation: Conversation;
  readonly last: Quoted;
  /** The documents to which a digest is kept; null for anything else. */
  readonly news: ReadonlySet<DocumentId> | null;
}

function continued(call: Call, { conversation, last, news }: Continued): Reply {
  const { topic: name, style, understood } = last;
  const topic = call.topics.find((known) => known.name === name) ?? null;
  if (style !== null && topic) {
    return news
      ? moreNewsReply(call, { topic, news, shown: conversation.shown })
      : briefReply(call, { topic, length: '1m', style, shown: conversation.shown });
  }
  return answerReply(call, { understood, conversation, topic, onlyNew: true });
}

/** The newest reply's sources with all that is known of them. */
async function sourcesOfLast(call: Call): Promise<Reply> {
  const { last } = await recall(call);
  const answer = last && (await findAnswerById(call, last.answer));
  if (!answer)
    return note(call, 'sources', 'Nothing has been quoted here yet. /sources lists the documents.');
  const { id, topic, question, sources, note: lost } = openAnswer(call, answer);
  const items = sources.map(({ number, title, publisher, published, url, document }) => ({
    id: `[${number}]`,
    title,
    detail: [publisher, readableDate(published), url, document].filter((part) => part !== null).join(' · '),
  }));
  const hint = items.length > 0 ? HOW_TO_OPEN : lost;
  return { ...empty(call, 'list', 'sources'), id, topic, question, items, sources, note: hint };
}

const HOW_TO_OPEN = 'Type “/sources 1” to read an excerpt in its place.';

async function forget(call: Call): Promise<Reply> {
  const { core, invocation } = call;
  await core.store.conversations.remove(invocation.audience, invocation.conversation);
  return note(call, 'new', 'Starting afresh: what was said before is forgotten.');
}

function note(call: Call, command: ControlWord, text: string): Reply {
  return { ...empty(call, 'note', command), note: text };
}

function empty({ invocation, coverage }: Call, kind: ReplyKind, command: ControlWord): Reply {
  return emptyReply(kind, { conversation: invocation.conversation, command, coverage });
}
