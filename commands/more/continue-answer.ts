import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { AnswerArchive } from '../../src/core/conversations/answer-archive.ts';
import type { Conversation, Quoted } from '../../src/core/conversations/conversation.ts';
import type { TurnReply } from '../../src/core/conversations/recall.ts';
import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { DocumentId } from '../../src/core/library/documents/document.ts';
import type { Library } from '../../src/core/library/library.ts';
import { topicNamed } from '../../src/core/library/topics/find-topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { newAsWhole, parseEditionContent } from '../../src/core/news/edition-content.ts';
import { composeMoreNews } from '../../src/core/news/more-news.ts';
import { composeAnswerReply } from '../../src/core/quoting/answer-reply.ts';
import { composeBriefReply, topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';

/** The ports of continuing an answer. */
export interface ContinuePorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly topics: TopicCatalog;
}

/** The answer to continue. */
export interface Continued {
  readonly conversation: Conversation;
  readonly last: Quoted;
  /** The documents to which a digest keeps; null for any other answer. */
  readonly news: ReadonlySet<DocumentId> | null;
}

/** Composes what follows an answer: more news of a digest, more of a brief, or more on a question. */
export async function continueAnswer(
  { library, retriever, topics }: ContinuePorts,
  { audience, conversation: key }: RequestContext,
  { conversation, last, news }: Continued,
): Promise<TurnReply> {
  const { topic: name, style, understood: question } = last;
  const topic = name === null ? undefined : topicNamed(name, await topics.list(audience));
  const { narrowing = null, length = null } = last.options ?? {};
  const request = { shown: conversation.shown, audience, conversation: key, narrowing };
  if (style === null || !topic) {
    const { turns } = conversation;
    const asked = {
      ...request,
      question,
      topic: topic ?? null,
      turns,
      onlyNew: true,
      length: length ?? '1m',
    };
    return composeAnswerReply(retriever, library, asked);
  }
  if (news) return composeMoreNews(retriever, library, { ...request, topic, news });
  const briefLength = length === null || length === 'all' ? '1m' : length; // a brief is never of everything
  const { query } = await topicQuestion(retriever, library, { topic, audience });
  return composeBriefReply(retriever, library, { ...request, topic, query, length: briefLength, style });
}

/** The ports of the search for a digest's documents. */
export interface FindNewsPorts {
  readonly answers: Pick<AnswerArchive, 'find'>;
  readonly editions: Pick<EditionStore, 'list'>;
}

const MAX_EDITIONS = 200; // of the channel, among which the digest is sought

/** Returns the documents that were new in a digest; null if the answer is no digest, or the channel's first. */
export async function findNews(
  { answers, editions }: FindNewsPorts,
  { audience }: RequestContext,
  answer: string,
): Promise<ReadonlySet<DocumentId> | null> {
  const stored = await answers.find({ audience }, answer);
  if (stored?.reply.kind !== 'digest') return null;
  const sent = await editions.list(audience, { states: ['sent'], limit: MAX_EDITIONS });
  const edition = sent.find((each) => editionAnswerId(each) === answer);
  const content = parseEditionContent(edition?.content);
  return content && !content.first ? new Set(newAsWhole(content.documents)) : null;
}
