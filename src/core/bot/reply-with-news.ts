import { afterTurn, NEW_CONVERSATION } from '../conversations/conversation.ts';
import type { Recall } from '../conversations/recall.ts';
import type { Library } from '../library/library.ts';
import type { TopicCatalog } from '../library/topics/topic-catalog.ts';
import type { Briefings } from '../news/briefings.ts';
import { newAsWhole } from '../news/edition-content.ts';
import { type ComposedNews, composeNewsReply, type NewsReplyPorts } from '../news/news-reply.ts';
import type { NewsRequest } from '../news/news-request.ts';
import { topicQuestion } from '../quoting/brief-reply.ts';
import type { BriefReply, NothingReply } from '../replies/reply.ts';
import { formatLocal } from '../schedule/schedule.ts';
import { toldDays } from '../schedule/told-day.ts';
import { formatDate } from '../text/format-date.ts';
import type { RequestContext } from './invocation.ts';
import type { LastBriefedPorts } from './last-briefed.ts';

/** What a reply on what is new is made with. */
export interface NewsPorts extends NewsReplyPorts, LastBriefedPorts {
  readonly library: Library;
  readonly topics: Pick<TopicCatalog, 'list'>;
  readonly conversations: Pick<Recall, 'remember' | 'keep'>;
  readonly briefings: Briefings;
  /** The time zone in which times are told. */
  readonly zone: string;
}

/** What is asked for, without who asks. */
type Asked = Omit<NewsRequest, 'audience' | 'conversation' | 'at' | 'when' | 'dayOf'>;

/** Replies with what is new. It is remembered as a brief of its channel, unless it was narrowed or had nothing to show. */
export async function replyWithNews(
  ports: NewsPorts,
  context: RequestContext,
  asked: Asked,
): Promise<BriefReply | NothingReply> {
  const { audience, conversation, at } = context;
  const when = formatWhen(asked, ports.zone, at);
  const request = { ...asked, audience, conversation, at, when, dayOf: toldDays(ports.zone, at) };
  const composed = await composeNewsReply(ports, request);
  const { reply } = composed;
  if (reply.kind === 'brief' && asked.narrowing === null)
    await ports.briefings.record(context, asked.topic, reply.points);
  return rememberNews(ports, context, { asked, composed });
}

function formatWhen({ by, since }: Asked, zone: string, now: Date): string {
  switch (by) {
    case 'week':
      return 'in the last 7 days';
    case 'asked':
      return `since ${formatDate(since.toISOString().slice(0, 10))}`;
    case 'brief':
      return `since ${formatLocal(since, zone, now)}`;
  }
}

/** Questions and `more` follow news on a topic; news on everything can only be opened again. */
async function rememberNews(
  { conversations, retriever, library }: NewsPorts,
  context: RequestContext,
  { asked: { topic }, composed: { reply, documents } }: { asked: Asked; composed: ComposedNews },
): Promise<BriefReply | NothingReply> {
  if (topic === null) {
    await conversations.keep(context, reply);
    return reply;
  }
  const question = await topicQuestion(retriever, library, { topic, audience: context.audience });
  const said = afterTurn(NEW_CONVERSATION, question, reply, 'points');
  const news = newAsWhole(documents);
  const last = said.last && { ...said.last, news };
  return conversations.remember(context, reply, { ...said, last }) as Promise<BriefReply | NothingReply>;
}
