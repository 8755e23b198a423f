import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { NO_NARROWING } from '../../src/core/bot/narrowing-options.ts';
import type { AnswerArchive } from '../../src/core/conversations/answer-archive.ts';
import {
  afterTurn,
  type Conversation,
  type Quoted,
  withOptions,
} from '../../src/core/conversations/conversation.ts';
import type { Recall, TurnReply } from '../../src/core/conversations/recall.ts';
import type { DocumentId } from '../../src/core/library/documents/document.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import { joinNotes } from '../../src/core/replies/narrowed-line.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import { type ContinuePorts, continueAnswer, type FindNewsPorts, findNews } from './continue-answer.ts';
import { countLeft } from './count-left.ts';

/** The word and the button `more`: the next points of the latest answer, or the next page of a search. */
export const more = declare({
  name: 'more',
  description: 'Show the next points',
  visibleTo: 'asker',
  hidden: true,
  word: 'more',
  options: {},
  example: {},
});

/** The ports of `more`. */
export interface MorePorts extends ContinuePorts, FindNewsPorts {
  readonly conversations: Pick<Recall, 'recall' | 'remember'>;
  readonly answers: Pick<AnswerArchive, 'find' | 'latest'>;
  /** Runs `/search`. */
  readonly search: Pick<Command, 'run'>;
}

/** Creates `more`. */
export function createMore(ports: MorePorts): Command {
  return implement(more, async (context) => {
    const hits = await findSearch(ports, context);
    if (hits !== null) return ports.search.run(context, nextPage(hits));
    const conversation = await ports.conversations.recall(context);
    const { last } = conversation;
    const about = replyContext(ports.library, context, 'more');
    if (!last) return composeNote(about, conversation.turns.length > 0 ? NO_MORE : NOTHING_YET);
    const reply = await continueConversation(ports, context, { conversation, last });
    return reply ?? composeNote(about, NO_MORE);
  });
}

const NO_MORE = 'There is nothing more on this.';
const NOTHING_YET = `There is nothing to continue yet. Ask a question, or type ${hint('brief')}.`;

/** The words of the search to continue: the one replied to, or the person's latest answer. */
async function findSearch({ answers }: MorePorts, context: RequestContext): Promise<string | null> {
  const { replyTo, audience } = context;
  const answer = await (replyTo === undefined ? answers.latest(context) : answers.find(context, replyTo));
  const isOwn = replyTo !== undefined || answer?.audience.user === audience.user;
  return isOwn && answer?.reply.kind === 'search' ? answer.reply.question : null;
}

/** The options of a search's next page; hits are stored under the words that ask for them again. */
function nextPage(stored: string) {
  const [, words = stored, page = '1'] = /^(.*) page:(\d+)$/s.exec(stored) ?? [];
  return { words, limit: null, length: null, list: null, ...NO_NARROWING, page: String(Number(page) + 1) };
}

/** Quotes the next points, none of which the conversation has shown; null if there are none. */
async function continueConversation(
  ports: MorePorts,
  context: RequestContext,
  { conversation, last }: { readonly conversation: Conversation; readonly last: Quoted },
): Promise<Reply | null> {
  const digest = last.digest ?? last.answer;
  const news = last.news ? new Set(last.news as DocumentId[]) : await findNews(ports, context, digest);
  const found = await continueAnswer(ports, context, { conversation, last, news });
  if (found.kind === 'nothing' || found.points.length === 0) return null;
  const shown = conversation.turns.findLast(({ quoted }) => quoted !== undefined)?.quoted ?? 0;
  const total =
    news || last.options?.length === 'all' // which counts by itself
      ? null
      : (last.total ?? shown + (await countLeft(ports, context, { conversation, last })));
  if (total !== null && last.total !== undefined && shown >= total) return null;
  const reply = counted({ ...found, command: 'more' }, { shown, total });
  const earlier = { ...conversation, turns: conversation.turns.slice(0, -1) };
  const before = withOptions(earlier, last.options ?? null);
  const turn = withQuoted(afterTurn(before, last.understood, reply, last.style), shown);
  const after =
    turn.last && total !== null
      ? { ...turn, last: { ...turn.last, total: reply.more ? total : shown + reply.points.length } }
      : turn;
  const source = last.news ? { news: last.news } : { digest };
  const said = news && after.last ? { ...after, last: { ...after.last, ...source } } : after;
  return ports.conversations.remember(context, reply, said);
}

type Counted = Exclude<TurnReply, { kind: 'nothing' }>;

/** Says which points these are of how many: `5–8 of 23`. A single one that is left is not worth a page of its own. */
function counted(reply: Counted, { shown, total }: { shown: number; total: number | null }): Counted {
  if (total === null) return reply;
  const to = shown + reply.points.length;
  const more = reply.more && total - to > 1;
  const from = shown + 1 === to ? String(to) : `${shown + 1}–${to}`;
  return { ...reply, more, note: joinNotes(`${from} of ${more ? total : to}.`, reply.note) };
}

/** All pages of an answer count as one turn. */
function withQuoted(conversation: Conversation, before: number): Conversation {
  const last = conversation.turns.at(-1);
  if (!last) return conversation;
  const turn = { ...last, quoted: (last.quoted ?? 0) + before };
  return { ...conversation, turns: [...conversation.turns.slice(0, -1), turn] };
}
