import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { type Document, type DocumentId, displayTitle } from '../../src/core/library/documents/document.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { Brief } from '../../src/core/quoting/brief.ts';
import { searchBrief, topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import { composeList, replyContext } from '../../src/core/replies/compose-reply.ts';
import { countDocuments } from '../../src/core/replies/coverage.ts';
import type { Item, ListReply } from '../../src/core/replies/reply.ts';
import { isKnown } from '../../src/core/search/concept-information.ts';
import { echo } from '../../src/core/text/echo.ts';
import { hint } from '../../src/core/text/hint.ts';
import { checkedQuery } from './change-topic.ts';

/** What a query is tried with. */
export interface TryPorts {
  readonly library: Library;
  readonly retriever: Retriever;
}

/** Shows what a topic with a query would bring: the excerpts of its brief, and the documents behind them. Nothing is stored. */
export async function tryTopic(ports: TryPorts, context: RequestContext, typed: string): Promise<ListReply> {
  const { library, retriever } = ports;
  const { audience } = context;
  const topic = unnamedTopic(checkedQuery(typed));
  const scope = library.scopeFor(audience);
  const { query } = await topicQuestion(retriever, library, { topic, audience });
  const wanted = { topic, query, length: '1m', style: 'points', shown: [] } as const;
  const brief = await searchBrief(retriever, scope, wanted);
  const statistics = await retriever.statistics(query.concepts, scope);
  const unknown = query.concepts.filter((concept) => !isKnown(concept, statistics));
  const found = documentsBehind(brief);
  return composeList(replyContext(library, context, 'topics'), {
    headline: `Tried: ${echo(topic.query)}`,
    ...cite(brief.quotations),
    items: found.slice(0, MOST).map(documentItem),
    note: [
      ...(found.length > 0
        ? foundSentences(found, topic.query)
        : [`Nothing in ${countDocuments(scope.coverage)} is on this.`]),
      ...(unknown.length > 0
        ? [`Not found anywhere: ${unknown.map(({ written }) => `‘${echo(written)}’`).join(', ')}.`]
        : []),
    ].join(' '),
  });
}

const MOST = 10; // documents named

function unnamedTopic(query: string): Topic {
  return { name: '', title: query, query, collections: null, synonyms: [], aspects: [] };
}

/** A document, and how many of its passages are on the topic. */
interface Behind {
  readonly document: Document;
  readonly passages: ReadonlySet<number>;
}

/** The documents with passages that a brief could quote, the best first. */
function documentsBehind({ considered, verdict }: Brief): readonly Behind[] {
  const found = new Map<DocumentId, { document: Document; passages: Set<number> }>();
  for (const candidate of considered) {
    const { document, passage } = candidate;
    if (verdict(candidate).kind === 'weak') continue;
    const behind = found.get(document.id) ?? { document, passages: new Set() };
    found.set(document.id, { document, passages: behind.passages.add(passage) });
  }
  return [...found.values()];
}

function documentItem({ document, passages }: Behind): Item {
  return { id: document.id, title: displayTitle(document), detail: countPassages(passages.size) };
}

function foundSentences(found: readonly Behind[], query: string): string[] {
  const passages = found.reduce((sum, each) => sum + each.passages.size, 0);
  const left = found.length - MOST;
  return [
    `A topic with this query draws on ${countPassages(passages)} in ${countDocuments({ documents: found.length })}${left > 0 ? `, ${left} of which are not listed` : ''}.`,
    `To add it: ${hint('topics', { action: 'add', name: 'new-topic', query })}`,
  ];
}

function countPassages(count: number): string {
  return count === 1 ? '1 passage' : `${count} passages`;
}
