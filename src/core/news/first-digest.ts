import type { DocumentId } from '../library/documents/document.ts';
import { type BriefOptions, composeBrief } from '../quoting/brief.ts';
import { retrieveForBrief } from '../quoting/brief-candidates.ts';
import { documentsOf } from '../quoting/candidate.ts';
import { BRIEF_BUDGETS, type ExcerptBudget } from '../quoting/excerpt-budget.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import { groupCopies } from '../quoting/near-copies.ts';
import { copiesOfQuoted } from '../quoting/quoted-copies.ts';
import type { QuotedPlace } from '../quoting/quoted-place.ts';
import type { Retriever } from '../quoting/retriever.ts';
import { type Correction, findCorrections, mayReadIn } from './corrections.ts';
import type { Digest, DigestRequest } from './digest.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { documentsNearBest, documentsOnTopic } from './on-topic.ts';
import { toShownExcerpt } from './shown-before.ts';
import { findShownStories } from './shown-stories.ts';
import type { DigestMaterial, TopicFindings } from './topic-search.ts';

/** A first digest, without the versions that it reports. */
type FirstBrief = Omit<Digest, 'content'> & {
  readonly onTopic: ReadonlySet<DocumentId>;
  readonly shown: readonly ShownExcerpt[];
};

/** Composes a brief on the topic, without what an extra edition has shown, and reports the recent versions on it. */
export async function composeFirstDigest(
  retriever: Retriever,
  request: DigestRequest,
  material: DigestMaterial,
): Promise<Digest> {
  const { onTopic, shown, ...brief } = await firstBriefFor(retriever, request, material);
  const reported = material.fresh.filter(({ id }) => onTopic.has(id));
  const documents = reported.map(({ id, sha256 }) => ({ id, sha256 }));
  return { ...brief, content: { documents, shown, first: true } };
}

const made = new WeakMap<TopicFindings, Map<string, Promise<FirstBrief>>>();

/** Shares the brief among channels that have been shown nothing. */
function firstBriefFor(
  retriever: Retriever,
  request: DigestRequest,
  material: DigestMaterial,
): Promise<FirstBrief> {
  const make = () => makeFirstBrief(retriever, request, material);
  if (request.before.some(({ shown }) => shown.length > 0)) return make();
  const key = JSON.stringify([request.length, request.max, request.filter ?? null]);
  const all = made.get(material.findings) ?? new Map<string, Promise<FirstBrief>>();
  made.set(material.findings, all);
  const brief = all.get(key) ?? make();
  all.set(key, brief);
  brief.catch(() => all.delete(key));
  return brief;
}

async function makeFirstBrief(
  retriever: Retriever,
  request: DigestRequest,
  { findings, loaded }: DigestMaterial,
): Promise<FirstBrief> {
  const { query, hits } = findings;
  const { filter } = request;
  const scope = filter ? { ...findings.scope, filter } : findings.scope;
  const onTopic = documentsOnTopic(hits, loaded, () => true);
  const candidates = await retrieveForBrief(retriever, scope, { query, aspects: request.topic.aspects });
  const read = new Set([...documentsOf(candidates.topic)].filter((id) => onTopic.has(id)));
  const options: BriefOptions = {
    budget: budgetOf(request),
    shown: placesShown(request, loaded),
    among: unshownStories(read, request, loaded),
  };
  const { quotations, more } = composeBrief(candidates, options);
  const excerpts = quotations.map(({ excerpt }) => excerpt);
  return {
    ...{ quotations, more, onTopic },
    copies: copiesOfQuoted(excerpts, documentsNearBest(hits), loaded),
    changes: new Map(),
    corrections: correctionsIn(excerpts, request, { findings, loaded }),
    news: documentsOf(excerpts).size,
    shown: excerpts.map((excerpt) => toShownExcerpt(excerpt, loaded.tokenize)),
  };
}

/** Returns what the excerpts correct of what an extra edition has shown. */
function correctionsIn(
  excerpts: readonly Excerpt[],
  { before }: DigestRequest,
  { findings, loaded }: Pick<DigestMaterial, 'findings' | 'loaded'>,
): ReadonlyMap<Excerpt, Correction> {
  const shown = before.flatMap((content) => content.shown);
  const shownStoryOf = findShownStories(shown, loaded.documents);
  const find = findCorrections({ before, shownStoryOf, loaded, mayRead: mayReadIn(findings.scope) });
  const corrections = excerpts.flatMap((excerpt) => {
    const indexed = loaded.documents.get(excerpt.document.id);
    const correction = indexed ? find(indexed, excerpt.slice) : null;
    return correction ? [[excerpt, correction] as const] : [];
  });
  return new Map(corrections);
}

function budgetOf({ length, max }: DigestRequest): ExcerptBudget {
  const { maxPoints, maxCharacters } = BRIEF_BUDGETS[length];
  return { maxPoints: Math.min(max, maxPoints), maxCharacters };
}

/** Of each story that was not shown, the one document to quote. */
function unshownStories(
  read: ReadonlySet<DocumentId>,
  { before }: DigestRequest,
  { documents }: LoadedDocuments,
): ReadonlySet<DocumentId> {
  const shownStoryOf = findShownStories(
    before.flatMap(({ shown }) => shown),
    documents,
  );
  const unshown = [...read]
    .flatMap((id) => documents.get(id) ?? [])
    .filter((indexed) => shownStoryOf(indexed) === null);
  return new Set(groupCopies(unshown).map(({ quoted }) => quoted.document.id));
}

/** The places shown before, in documents that have not changed since. */
function placesShown({ before }: DigestRequest, { documents }: LoadedDocuments): QuotedPlace[] {
  return before
    .flatMap(({ shown }) => shown)
    .filter(({ document, sha256 }) => documents.get(document)?.document.sha256 === sha256)
    .map(({ document, start, end }) => ({ document, start, end }));
}
