import type { Audience } from '../library/audience.ts';
import type { DocumentId } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import type { Library, Scope } from '../library/library.ts';
import type { Topic } from '../library/topics/topic.ts';
import { topicRetrieval } from '../quoting/brief-candidates.ts';
import type { Candidate } from '../quoting/candidate.ts';
import { scorePassages } from '../quoting/candidates.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import { PASSAGES, type Retriever, type Tokenize } from '../quoting/retriever.ts';
import type { Query } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { SeenVersion } from './digest.ts';
import type { FindChange } from './document-change.ts';
import { documentsNearBest, findTopicHits, type TopicHits } from './on-topic.ts';
import type { PlacedSentence } from './repeats.ts';

/** What a scope contains on a topic, whichever channel asks. */
export interface TopicMatches {
  readonly scope: Scope;
  readonly query: Query;
  readonly hits: TopicHits;
  /** Candidates from the best passages, which all others are ranked against. */
  readonly candidates: readonly Candidate[];
  /** The statistics of the query's terms. */
  readonly statistics: TermStatistics;
  readonly tokenize: Tokenize;
}

/** The same, with the documents that come near the best. */
export interface TopicFindings extends TopicMatches {
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
}

/** What a digest is composed from. */
export interface DigestMaterial {
  readonly findings: TopicFindings;
  /** The documents on the topic, and those that the channel was shown. */
  readonly loaded: LoadedDocuments;
  /** The versions that the channel doesn't know yet; of a first edition, those that the next may see again. */
  readonly fresh: readonly SeenVersion[];
  /** How they have changed. */
  readonly changeOf: FindChange;
  /** Whether a sentence of them stands in an older document too. */
  isRepeated(sentence: PlacedSentence): boolean;
}

/** What a topic is looked up in. */
export interface TopicSearchPorts {
  readonly retriever: Retriever;
  readonly library: Library;
  /** Milliseconds on a monotonic clock. */
  elapsed(): number;
}

/** Looks up what an audience can read on a topic. */
export type TopicSearch = (audience: Audience, topic: Topic) => Promise<TopicFindings>;

interface Kept {
  readonly revision: number;
  readonly at: number;
  readonly findings: Promise<TopicFindings>;
}

const LIFE = 2000; // milliseconds; the index may contain a document a moment later than the library

/**
 * Creates a search that channels share: of thousands whose digests are due in one minute, many have the same topic. Its
 * findings are kept for two seconds, unless a document changes.
 */
export function createTopicSearch({ retriever, library, elapsed }: TopicSearchPorts): TopicSearch {
  const kept = new Map<string, Kept>();
  return (audience, topic) => {
    const scope = library.scopeFor(audience, topic.collections);
    const [{ revision }, now] = [library, elapsed()];
    for (const [key, each] of kept) if (each.revision !== revision || now - each.at >= LIFE) kept.delete(key);
    const key = JSON.stringify([scope.collections, topic]);
    const known = kept.get(key);
    if (known) return known.findings;
    const findings = findOnTopic({ retriever, library }, scope, topic);
    kept.set(key, { revision, at: now, findings });
    findings.catch(() => kept.delete(key));
    return findings;
  };
}

type MatchPorts = Pick<TopicSearchPorts, 'retriever' | 'library'>;

/** Looks up a topic: its query, all hits, and the candidates from the best passages. */
export async function matchTopic(
  { retriever, library }: MatchPorts,
  scope: Scope,
  topic: Topic,
): Promise<TopicMatches> {
  const query = await retriever.parse(topic.query, scope, topic.synonyms);
  const tokenize = await retriever.tokenizer();
  const [hits, statistics] = await Promise.all([
    findTopicHits(retriever.index, scope, { query, written: topic.query, tokenize }),
    retriever.statistics(query.concepts, scope),
  ]);
  const best = hits.hits.slice(0, PASSAGES);
  const documents = await library.load(new Set(best.map(({ document }) => document)));
  const context = { best: hits.best, named: null, statistics, documents, tokenize };
  const candidates = scorePassages(best, topicRetrieval(query), context);
  return { scope, query, hits, candidates, statistics, tokenize };
}

async function findOnTopic(ports: MatchPorts, scope: Scope, topic: Topic): Promise<TopicFindings> {
  const matches = await matchTopic(ports, scope, topic);
  return { ...matches, documents: await ports.library.load(documentsNearBest(matches.hits)) };
}
