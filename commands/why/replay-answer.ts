import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { StoredAnswer } from '../../src/core/conversations/answer-store.ts';
import type { Conversation } from '../../src/core/conversations/conversation.ts';
import { parseQuestion } from '../../src/core/conversations/follow-up.ts';
import { type Narrowing, narrowScope } from '../../src/core/library/documents/narrowing.ts';
import type { Library, Scope } from '../../src/core/library/library.ts';
import { topicNamed } from '../../src/core/library/topics/find-topic.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { answerRetrieval } from '../../src/core/quoting/answer.ts';
import { searchAnswer } from '../../src/core/quoting/answer-reply.ts';
import { topicRetrieval } from '../../src/core/quoting/brief-candidates.ts';
import { searchBrief, topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import type { BriefStyle } from '../../src/core/quoting/brief-style.ts';
import type { Quotation } from '../../src/core/quoting/citations.ts';
import type { Question } from '../../src/core/quoting/question.ts';
import type { QuotedPlace } from '../../src/core/quoting/quoted-place.ts';
import type { RetrievalRequest, Retriever } from '../../src/core/quoting/retriever.ts';
import type { Judgement } from '../../src/core/quoting/verdict.ts';
import { quotedPoints } from '../../src/core/replies/quoted-points.ts';
import { questionOf } from '../../src/core/replies/reply.ts';
import type { Concept } from '../../src/core/search/query.ts';

/** The ports of composing an answer again. */
export interface ReplayPorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly topics: TopicCatalog;
}

/** An answer composed again from what it was asked with, for the audience of now, and how it was chosen. */
export interface Replayed extends Judgement {
  readonly quotations: readonly Quotation[];
  /** How likely the best sentence answers the question; null for a brief, which nobody asked. */
  readonly confidence: number | null;
  /** What was asked. */
  readonly concepts: readonly Concept[];
  readonly request: RetrievalRequest;
  readonly scope: Scope;
  readonly topic: Topic | null;
  readonly narrowing: Narrowing | null;
  /** It quotes the same places as the answer that was given. */
  readonly same: boolean;
}

/** Composes an answer or a brief again; null for what was chosen otherwise: a search, a digest, a topic that is gone. */
export async function replayAnswer(
  ports: ReplayPorts,
  context: RequestContext,
  { id, reply, said }: StoredAnswer,
): Promise<Replayed | null> {
  if (!said || said.last?.digest !== undefined || reply.kind === 'search' || reply.kind === 'digest')
    return null;
  const { audience } = context;
  const topic = topicNamed(reply.topic ?? '', await ports.topics.list(audience)) ?? null;
  if (reply.topic !== null && !topic) return null;
  const { narrowing = null, length = null } = said.options ?? {};
  const reader = { audience, collections: topic?.collections ?? null };
  const { scope } = await narrowScope(ports.library, reader, narrowing);
  const before = conversationBefore(said, reply.kind === 'nothing' ? 0 : reply.points.length);
  const isBrief = questionOf(reply) === null ? topic : null;
  const own = said.last?.answer === id ? said.last : null;
  const asked = { scope, topic, narrowing, shown: before.shown };
  const composed = isBrief
    ? await replayBrief(ports, context, {
        ...asked,
        topic: isBrief,
        style: own?.style ?? said.options?.style ?? 'points',
        length,
      })
    : await replayQuestion(ports, context, {
        ...{ ...asked, before, length: length ?? '1m', onlyNew: reply.command === 'more' },
        ...{ question: own?.understood ?? null, text: questionOf(reply) ?? '' },
      });
  const given = quotedPoints(reply).map(({ document, start, end }) => ({ document, start, end }));
  return { ...composed, scope, topic, narrowing, same: isSame(composed.quotations, given) };
}

/** The conversation without its last turn, which quoted so many places. */
function conversationBefore(said: Conversation, quoted: number): Conversation {
  const shown = said.shown.slice(0, Math.max(0, said.shown.length - quoted));
  return { ...said, turns: said.turns.slice(0, -1), shown };
}

type Composed = Omit<Replayed, 'scope' | 'topic' | 'narrowing' | 'same'>;

interface Asked {
  readonly scope: Scope;
  readonly shown: readonly QuotedPlace[];
}

async function replayBrief(
  { library, retriever }: ReplayPorts,
  { audience }: RequestContext,
  given: Asked & { topic: Topic; style: BriefStyle; length: string | null },
): Promise<Composed> {
  const { topic, style, shown } = given;
  const { query } = await topicQuestion(retriever, library, { topic, audience });
  const length = given.length === '30s' || given.length === '3m' ? given.length : '1m';
  const found = await searchBrief(retriever, given.scope, { topic, query, length, style, shown });
  return { ...found, confidence: null, concepts: query.concepts, request: topicRetrieval(query) };
}

async function replayQuestion(
  { library, retriever }: ReplayPorts,
  { audience, at }: RequestContext,
  given: Asked & {
    readonly question: Question | null;
    readonly text: string;
    readonly before: Conversation;
    readonly topic: Topic | null;
    readonly length: NonNullable<Parameters<typeof searchAnswer>[2]['length']>;
    readonly onlyNew: boolean;
  },
): Promise<Composed> {
  const { text, before, topic, shown, length, onlyNew } = given;
  const parsing = {
    ...{ text, conversation: before, synonyms: topic?.synonyms ?? [], at },
    scope: library.scopeFor(audience, topic?.collections ?? null),
  };
  const question = given.question ?? (await parseQuestion(retriever, parsing));
  const found = await searchAnswer(retriever, given.scope, { question, shown, onlyNew, length });
  return { ...found, concepts: question.asked.concepts, request: answerRetrieval(question) };
}

function isSame(quotations: readonly Quotation[], given: readonly QuotedPlace[]): boolean {
  const keys = quotations.map(({ excerpt: { document, slice } }) =>
    keyOf({ document: document.id, ...slice }),
  );
  return keys.length === given.length && given.every((place) => keys.includes(keyOf(place)));
}

function keyOf({ document, start, end }: QuotedPlace): string {
  return `${document} ${start} ${end}`;
}
