import { type DocumentId, type DocumentSummary, displayTitle } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import { summariesOf } from '../library/documents/summaries-of.ts';
import type { Library, Scope } from '../library/library.ts';
import type { RevisionStore } from '../library/versions/revision-store.ts';
import { topicRetrieval } from '../quoting/brief-candidates.ts';
import { scorePassages } from '../quoting/candidates.ts';
import { centralities } from '../quoting/central-sentences.ts';
import { isComplete } from '../quoting/everything.ts';
import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import { leadScore, rankExcerpts } from '../quoting/excerpt-ranking.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import { groupCopies } from '../quoting/near-copies.ts';
import type { Retriever } from '../quoting/retriever.ts';
import { Selection } from '../quoting/selection.ts';
import type { Query } from '../search/query.ts';
import type { SeenVersion } from './digest.ts';
import {
  type DocumentChange,
  findChanges,
  isUnchanged,
  type NewSentence,
  newSentenceIn,
} from './document-change.ts';
import type { NewsRequest } from './news-request.ts';
import { findRepeats } from './repeats.ts';

/** What is new in all documents, one excerpt of each. */
export interface EverythingNew {
  readonly excerpts: readonly Excerpt[];
  /** What of them is new in documents that changed. */
  readonly changes: ReadonlyMap<Excerpt, NewSentence>;
  /** How many stories are new; more if not all documents were looked at. */
  readonly news: number;
  readonly isPartial: boolean;
}

/** What that is found with. */
export interface EverythingNewPorts {
  readonly retriever: Retriever;
  readonly library: Pick<Library, 'list' | 'load' | 'scopeFor'>;
  readonly revisions: Pick<RevisionStore, 'of'>;
}

const MOST = 100; // documents looked at, the newest

/** Finds what is new whatever it is about: of each new story the sentence that says best what its document is about. */
export async function findEverythingNew(
  ports: EverythingNewPorts,
  { audience, length, seen }: Pick<NewsRequest, 'audience' | 'length' | 'seen'>,
  versions: readonly SeenVersion[],
): Promise<EverythingNew> {
  const scope = ports.library.scopeFor(audience);
  const arrived = new Set(seen.map(({ id }) => id));
  const current = await currentIn(ports.library, scope, versions);
  const stories = groupCopies(await loadNewest(ports.library, current)).sort((a, b) =>
    byDate(a.quoted.document, b.quoted.document),
  );
  const tokenize = await ports.retriever.tokenizer();
  const among = new Set(stories.map(({ quoted }) => quoted.document.id));
  const changeOf = await findChanges({ revisions: ports.revisions, tokenize }, { fresh: versions, among });
  const leads: Excerpt[] = [];
  const changes = new Map<Excerpt, NewSentence>();
  for (const { quoted } of stories) {
    const change = changeOf(quoted);
    const lead = await findLead(ports, scope, { indexed: quoted, arrived, change });
    if (!lead) continue;
    leads.push(lead);
    const sentence = change && newSentenceIn(change, lead.slice);
    if (sentence) changes.set(lead, sentence);
  }
  const selection = new Selection(BRIEF_BUDGETS[length]);
  for (const lead of leads) selection.offer(lead);
  return { excerpts: selection.chosen, changes, news: leads.length, isPartial: current.length > MOST };
}

/** The documents that are there in one of the versions. */
async function currentIn(
  library: Pick<Library, 'list'>,
  scope: Scope,
  versions: readonly SeenVersion[],
): Promise<readonly DocumentSummary[]> {
  const ids = versions.map(({ id }) => id);
  const found = await summariesOf(library, scope, ids);
  const isCurrent = ({ id, sha256 }: SeenVersion) => found.get(id)?.sha256 === sha256;
  return [...new Set(versions.filter(isCurrent).map(({ id }) => id))].flatMap((id) => found.get(id) ?? []);
}

async function loadNewest(
  library: Pick<Library, 'load'>,
  documents: readonly DocumentSummary[],
): Promise<readonly IndexedDocument[]> {
  const newest = [...documents].sort(byDate).slice(0, MOST);
  const loaded = await library.load(newest.map(({ id }) => id));
  return newest.flatMap(({ id, sha256 }) => {
    const indexed = loaded.get(id);
    return indexed?.document.sha256 === sha256 ? [indexed] : [];
  });
}

type Dated = Pick<DocumentSummary, 'id' | 'published'>;

/** The newest first; those without a date last. */
function byDate(a: Dated, b: Dated): number {
  if (a.published !== b.published) return (a.published ?? '') < (b.published ?? '') ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

interface Looked {
  readonly indexed: IndexedDocument;
  /** All documents that came in this time. */
  readonly arrived: ReadonlySet<DocumentId>;
  readonly change: DocumentChange | null;
}

const NEAREST = 30; // passages among which older documents with the same text are sought
const FURTHER = 60; // passages, of what opens with a list of links or of who was there
const OPENING = 6; // passages of a document, of a changed one those that changed, that its lead is sought in

/** Finds the sentence that says best what a document is about; null if older documents have told all of it. */
async function findLead(
  { retriever, library }: EverythingNewPorts,
  scope: Scope,
  { indexed, arrived, change }: Looked,
): Promise<Excerpt | null> {
  const { document, passages } = indexed;
  const opening = passages.slice(0, 2).map(({ start, end }) => document.text.slice(start, end));
  const query = await retriever.parse(displayTitle(document), scope);
  const around = await retriever.parse(opening.join(' ').slice(0, 600), scope);
  const near = await retriever.index.search(around, scope.collections, NEAREST);
  const found = await library.load(new Set(near.map((hit) => hit.document).filter((id) => !arrived.has(id))));
  const older = [...found.values()];
  const { isCopy, isRepeated } = findRepeats(older, new Map([[document.id, indexed]]));
  if (isCopy(indexed)) return null;
  const freshFrom = async (from: number, to: number) =>
    (await scoreOpening(retriever, scope, { indexed, query, change, from, to })).filter(
      (candidate) => !isRepeated(candidate) && !isUnchanged(change, candidate.slice),
    );
  const fresh = await freshFrom(0, OPENING);
  const opened = fresh.filter(isComplete);
  const whole = opened.length > 0 ? opened : (await freshFrom(OPENING, FURTHER)).filter(isComplete);
  const candidates = whole.length > 0 ? whole : fresh; // a heading only of what has no sentences
  const central = centralities(candidates.map(({ terms }) => new Map([...terms].map((term) => [term, 1]))));
  const scored = rankExcerpts(candidates, { all: candidates, shown: [] }).map((entry, at) => ({
    excerpt: entry.excerpt,
    score: leadScore(entry) + OPENING_WEIGHT * entry.opening + (central[at] ?? 0),
  }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best?.excerpt ?? null;
}

const OPENING_WEIGHT = 2; // besides that of a brief: here nobody asked for anything else

interface Opened {
  readonly query: Query;
  /** The first passage that is scored, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

async function scoreOpening(
  retriever: Retriever,
  scope: Scope,
  { indexed, query, change, from, to }: Omit<Looked, 'arrived'> & Opened,
) {
  const { document, passages } = indexed;
  const hits = passages
    .flatMap((slice, passage) =>
      isUnchanged(change, slice) ? [] : { document: document.id, passage, score: 1, documentScore: 1 },
    )
    .slice(from, to);
  const statistics = await retriever.statistics(query.concepts, scope);
  const documents = new Map([[document.id, indexed]]);
  const context = { best: 1, named: null, statistics, documents, tokenize: await retriever.tokenizer() };
  return scorePassages(hits, topicRetrieval(query), context);
}
