import type { Audience } from '../../core/library/audience.ts';
import type { Coverage } from '../../core/library/coverage.ts';
import type { Document } from '../../core/library/documents/document.ts';
import type { Library } from '../../core/library/library.ts';
import type { Topic } from '../../core/library/topics/topic.ts';
import { documentsNearBest, documentsOnTopic } from '../../core/news/on-topic.ts';
import { matchTopic } from '../../core/news/topic-search.ts';
import { searchBrief } from '../../core/quoting/brief-reply.ts';
import { cite } from '../../core/quoting/citations.ts';
import type { Retriever } from '../../core/quoting/retriever.ts';
import type { Point, Source } from '../../core/replies/reply.ts';

/** A topic as its page shows it: what an audience may read on it now. */
export interface TopicOverview {
  readonly coverage: Coverage;
  /** The documents on it, newest first, those without a date last. */
  readonly documents: readonly Document[];
  /** What is dated, newest first. */
  readonly timeline: readonly Point[];
  /** Statements of which it is certain who makes them. */
  readonly voices: readonly Point[];
  readonly sources: readonly Source[];
}

/** What overviews are made from. */
export interface OverviewPorts {
  readonly library: Library;
  readonly retriever: Retriever;
}

const BUDGETS = {
  timeline: { maxPoints: 16, maxCharacters: 4000, maxPerDocument: 4 },
  voices: { maxPoints: 16, maxCharacters: 4000, maxPerDocument: 6 },
} as const;
const KEPT = 50; // overviews, until a document changes

/** Creates overviews of topics, of which the latest are kept until something changes that their audience may read. */
export function createOverviews(
  ports: OverviewPorts,
): (topic: Topic, audience: Audience) => Promise<TopicOverview> {
  const kept = new Map<string, Promise<TopicOverview>>();
  return (topic, audience) => {
    const { version } = ports.library.scopeFor(audience, topic.collections);
    const key = JSON.stringify([version, topic]);
    const overview = kept.get(key) ?? composeOverview(ports, topic, audience);
    kept.delete(key);
    kept.set(key, overview);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    overview.catch(() => kept.delete(key));
    return overview;
  };
}

async function composeOverview(
  { library, retriever }: OverviewPorts,
  topic: Topic,
  audience: Audience,
): Promise<TopicOverview> {
  const scope = library.scopeFor(audience, topic.collections);
  const { hits, query, tokenize } = await matchTopic({ library, retriever }, scope, topic);
  const loaded = await library.load(documentsNearBest(hits));
  const onTopic = documentsOnTopic(hits, { documents: loaded, tokenize }, () => true);
  const request = { topic, query, length: '3m', shown: [] } as const;
  const [dated, voiced] = await Promise.all(
    (['timeline', 'voices'] as const).map((style) =>
      searchBrief(retriever, scope, { ...request, style, budget: BUDGETS[style] }),
    ),
  );
  const timeline = (dated?.quotations ?? []).filter(({ date }) => date !== null);
  const { points, sources } = cite([...timeline, ...(voiced?.quotations ?? [])]);
  return {
    coverage: scope.coverage,
    documents: [...onTopic].flatMap((id) => loaded.get(id)?.document ?? []).sort(newestFirst),
    ...{ timeline: points.slice(0, timeline.length), voices: points.slice(timeline.length), sources },
  };
}

function newestFirst(a: Document, b: Document): number {
  if (a.published === b.published) return a.id < b.id ? -1 : 1;
  if (a.published === null || b.published === null) return a.published === null ? 1 : -1;
  return a.published > b.published ? -1 : 1;
}
