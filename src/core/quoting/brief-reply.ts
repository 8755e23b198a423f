import { type Call, type Core, coverageOf } from '../bot/core.ts';
import { afterTurn, type Conversation, NEW_CONVERSATION } from '../conversations/conversation.ts';
import { remember } from '../conversations/recall.ts';
import type { Audience } from '../library/audience.ts';
import type { Coverage } from '../library/coverage.ts';
import type { Topic } from '../library/topic.ts';
import { countDocuments } from '../replies/coverage.ts';
import { emptyReply, type Point, type Reply } from '../replies/reply.ts';
import { answerId } from './answer-id.ts';
import { composeBrief } from './brief.ts';
import type { BriefStyle } from './brief-style.ts';
import { cite } from './citations.ts';
import { placeOf } from './excerpts.ts';
import type { QuotedPlace } from './quoted-place.ts';
import { BRIEF_BUDGETS } from './selection.ts';
import { composeTimeline } from './timeline.ts';

/** How long a brief may be. */
type Length = keyof typeof BRIEF_BUDGETS;

/** What a brief is asked for. */
export interface BriefRequest {
  readonly topic: Topic;
  readonly length: Length;
  readonly style: BriefStyle;
  /** Places this conversation has quoted, which are left out. */
  readonly shown: readonly QuotedPlace[];
}

/** Briefs on a topic and remembers it, so that questions may follow. A brief opens its conversation anew. */
export async function replyWithBrief(call: Call, request: Omit<BriefRequest, 'shown'>): Promise<Reply> {
  const reply = briefReply(call, { ...request, shown: [] });
  return remember(
    call,
    reply,
    saidWithTopic(call.core, { ...request, audience: call.invocation.audience, reply }),
  );
}

/** The conversation that a reply on a topic opens, so that questions may follow. */
export function saidWithTopic(
  core: Core,
  {
    topic,
    style,
    audience,
    reply,
  }: Pick<BriefRequest, 'topic' | 'style'> & { audience: Audience; reply: Reply },
): Conversation {
  const query = core.parse(topic.query, core.searchFor(audience, topic.collections), topic.synonyms);
  const turn = { text: topic.title, kind: 'any', bare: false, concepts: query.concepts } as const;
  return afterTurn(NEW_CONVERSATION, { turn, query, asked: query }, reply, style);
}

const COMPOSERS = { points: composeBrief, timeline: composeTimeline } as const;

/** Composes a brief. */
export function briefReply(call: Call, { topic, length, style, shown }: BriefRequest): Reply {
  const { core, invocation } = call;
  const search = core.searchFor(invocation.audience, topic.collections);
  const query = core.parse(topic.query, search, topic.synonyms);
  const options = { topic, query, budget: BRIEF_BUDGETS[length], shown };
  const compose = COMPOSERS[style];
  const quotations = compose(options, search);
  const quoted = [...shown, ...quotations.map(({ excerpt }) => placeOf(excerpt))];
  const more = compose({ ...options, shown: quoted }, search).length > 0;
  const { points, sources } = cite(quotations);
  const coverage = coverageOf(search);
  const request = { conversation: invocation.conversation, command: 'brief', coverage };
  return {
    ...emptyReply(points.length > 0 ? 'brief' : 'nothing', request),
    id: answerId([topic, length, style, invocation.audience, shown, core.versionFor(invocation)]),
    topic: topic.name,
    headline: topic.title,
    points,
    sources,
    more,
    note: points.length > 0 ? undatedNote(style, points) : nothingNote(topic, coverage),
  };
}

function nothingNote({ title }: Topic, coverage: Coverage): string {
  return `Nothing in ${countDocuments(coverage)} is about ${title}.`;
}

/** Says of a timeline without a single date that it is none. */
function undatedNote(style: BriefStyle, points: readonly Point[]): string | null {
  if (style !== 'timeline' || points.some(({ date }) => date !== null)) return null;
  return points.length === 1 ? 'This has no date.' : 'None of these has a date.';
}
