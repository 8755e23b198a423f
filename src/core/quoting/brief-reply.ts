import type { Audience } from '../library/audience.ts';
import { type Narrowing, narrowScope } from '../library/documents/narrowing.ts';
import type { Library, Scope } from '../library/library.ts';
import type { Topic } from '../library/topics/topic.ts';
import { joinNotes, narrowedLine } from '../replies/narrowed-line.ts';
import type { BriefReply, NothingReply } from '../replies/reply.ts';
import type { Query } from '../search/query.ts';
import { answerId, audienceKey } from './answer-id.ts';
import { type Brief, composeBrief } from './brief.ts';
import { retrieveForBrief } from './brief-candidates.ts';
import { type BriefStyle, nothingNote, styleNote } from './brief-style.ts';
import { cite } from './citations.ts';
import { composeDifferences } from './differences/compose-differences.ts';
import { BRIEF_BUDGETS, type BriefLength, type ExcerptBudget } from './excerpt-budget.ts';
import type { Question } from './question.ts';
import type { QuotedPlace } from './quoted-place.ts';
import type { Retriever } from './retriever.ts';
import { composeTimeline, timelineRetrieval } from './timeline.ts';
import { composeVoices } from './voices/compose-voices.ts';

/** A topic, and who asks for it. */
export interface TopicRequest {
  readonly topic: Topic;
  readonly audience: Audience;
}

/** Parses a topic's query: the question that a brief or a digest on it answers, so that others can follow. */
export async function topicQuestion(
  retriever: Retriever,
  library: Library,
  { topic, audience }: TopicRequest,
): Promise<Question> {
  const scope = library.scopeFor(audience, topic.collections);
  const query = await retriever.parse(topic.query, scope, topic.synonyms);
  const turn = { text: topic.title, kind: 'any', bare: false, concepts: query.concepts } as const;
  return { turn, query, asked: query };
}

/** What a brief is composed for. */
export interface BriefRequest extends TopicRequest {
  /** The topic's query, parsed. */
  readonly query: Query;
  readonly length: BriefLength;
  readonly style: BriefStyle;
  /** Places that this conversation has quoted, which are left out. */
  readonly shown: readonly QuotedPlace[];
  /** The conversation's id. */
  readonly conversation: string;
  /** What it keeps to; absent: nothing but its topic's collections. */
  readonly narrowing?: Narrowing | null | undefined;
}

/** Composes a brief, or the reply that nothing is on its topic. */
export async function composeBriefReply(
  retriever: Retriever,
  library: Library,
  request: BriefRequest,
): Promise<BriefReply | NothingReply> {
  const { topic, length, style, shown, audience, narrowing = null } = request;
  const { collections } = topic;
  const { scope, narrowed } = await narrowScope(library, { audience, collections }, narrowing);
  const brief = await searchBrief(retriever, scope, request);
  const { quotations, more } = brief;
  const { points, sources } = cite(quotations);
  const { version } = library.scopeFor(audience);
  const asked = [topic, length, style, audienceKey(audience), shown, version];
  const id = answerId(narrowing === null ? asked : [...asked, narrowing]);
  const { coverage } = scope;
  const line = narrowedLine({ narrowing, narrowed, coverage });
  const common = {
    ...{ id, topic: topic.name, headline: headlineOf(request), sources, more },
    ...{ conversation: request.conversation, command: 'brief', coverage },
  };
  if (points.length > 0)
    return { ...common, kind: 'brief', points, note: joinNotes(styleNote(request, brief, coverage), line) };
  const note = joinNotes(nothingNote(request, coverage), line);
  return { ...common, kind: 'nothing', question: null, nearest: [], unknownWords: [], note };
}

/** The title of a topic, and what of it this is where it follows a brief. */
function headlineOf({ topic, style, shown }: BriefRequest): string {
  const parts = [...(style === 'timeline' ? ['timeline'] : []), ...(shown.length > 0 ? ['more'] : [])];
  return parts.length > 0 ? `${topic.title}: ${parts.join(', ')}` : topic.title;
}

/** Searches a scope for what a brief quotes. */
export async function searchBrief(
  retriever: Retriever,
  scope: Scope,
  request: Pick<BriefRequest, 'topic' | 'query' | 'length' | 'style' | 'shown'> & {
    readonly budget?: ExcerptBudget; // that of the length if absent
  },
): Promise<Brief> {
  const { topic, query, length, style, shown, budget = BRIEF_BUDGETS[length] } = request;
  const options = { budget, shown };
  switch (style) {
    case 'points': {
      const wanted = { query, aspects: topic.aspects };
      return composeBrief(await retrieveForBrief(retriever, scope, wanted), options);
    }
    case 'voices': {
      const [candidates = []] = await retriever.retrieve([timelineRetrieval(query)], scope);
      return composeVoices(candidates, options);
    }
    case 'differences': {
      const [candidates = []] = await retriever.retrieve([timelineRetrieval(query)], scope);
      return composeDifferences(candidates, { ...options, tokenize: await retriever.tokenizer() });
    }
    case 'timeline': {
      const [candidates = []] = await retriever.retrieve([timelineRetrieval(query)], scope);
      return composeTimeline(candidates, options);
    }
  }
}
