import type { DocumentId } from '../library/document.ts';
import type { IndexedDocument } from '../library/indexed-document.ts';
import { labelOf } from '../quoting/aspects.ts';
import { topicRetrieval } from '../quoting/brief-candidates.ts';
import { documentsOf } from '../quoting/candidate.ts';
import { scorePassages } from '../quoting/candidates.ts';
import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import { rankExcerpts, STRONG } from '../quoting/excerpt-ranking.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import { groupCopies, type Story, versionsOf } from '../quoting/near-copies.ts';
import { copiesOfQuoted } from '../quoting/quoted-copies.ts';
import type { News } from './choose-news.ts';
import { chooseVaried } from './choose-varied.ts';
import { type Correction, type FindCorrection, findCorrections, mayReadIn } from './corrections.ts';
import { type Digest, type DigestRequest, NOTHING_NEW } from './digest.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { documentsNearBest, documentsOnTopic } from './on-topic.ts';
import { repetitionsOf, toShownExcerpt } from './shown-before.ts';
import {
  addsFact,
  canAddToStory,
  type FindShownStory,
  findShownStories,
  isNewSource,
} from './shown-stories.ts';
import type { DigestMaterial } from './topic-search.ts';

/** Composes what is new on the topic and was not shown to the channel before. */
export function composeLaterDigest(request: DigestRequest, material: DigestMaterial): Digest {
  const { topic, length, max, before } = request;
  const { findings, loaded } = material;
  const shown = before.flatMap((content) => content.shown);
  const shownStoryOf = findShownStories(shown, loaded.documents);
  const mayRead = mayReadIn(findings.scope);
  const past = {
    shown,
    shownStoryOf,
    loaded,
    find: findCorrections({ before, shownStoryOf, loaded, mayRead }),
  };
  const stories = findStories(material, past);
  const unshown = leaveOutShown(findNews(stories, material, past), past);
  if (unshown.length === 0) return NOTHING_NEW;
  const budget = { maxPoints: max, maxCharacters: BRIEF_BUDGETS[length].maxCharacters };
  const labelFor = ({ text }: { readonly text: string }) => labelOf(text, topic.aspects);
  const { chosen, more } = chooseVaried(unshown, budget, labelFor);
  const corrections = correctionsIn(unshown, chosen);
  const counted = documentsOf(unshown.map(({ excerpt }) => excerpt));
  const reported = stories.filter(({ quoted }) => counted.has(quoted.document.id));
  return {
    quotations: chosen.map((excerpt) => ({ excerpt, label: labelFor(excerpt) })),
    copies: copiesOfQuoted(
      chosen,
      documentsNearBest(findings.hits),
      loaded,
      corrections.size > 0 ? 'refused' : 'allowed',
    ),
    corrections,
    news: reported.length,
    content: {
      documents: reported.flatMap(versionsOf),
      shown: chosen.map((excerpt) => toShownExcerpt(excerpt, loaded.tokenize)),
    },
    more,
  };
}

/** Returns what the chosen excerpts correct. */
function correctionsIn(news: readonly News[], chosen: readonly Excerpt[]): ReadonlyMap<Excerpt, Correction> {
  const corrections = news.flatMap(({ excerpt, correction }) =>
    correction ? [[excerpt, correction] as const] : [],
  );
  return new Map(corrections.filter(([excerpt]) => chosen.includes(excerpt)));
}

/** Finds the stories that new versions on the topic tell, add to, or correct. */
function findStories({ findings, loaded, fresh }: DigestMaterial, past: ShownBefore): Story[] {
  const ids = new Set(fresh.map(({ id }) => id));
  const onTopic = documentsOnTopic(findings.hits, loaded, (id) => ids.has(id));
  const found = [...onTopic].flatMap((id) => loaded.documents.get(id) ?? []);
  const whole = ({ document: { text } }: IndexedDocument) => ({ start: 0, end: text.length });
  const correcting = new Set(found.filter((indexed) => past.find(indexed, whole(indexed)) !== null));
  const adding = found.filter(
    (indexed) =>
      !correcting.has(indexed) &&
      canAddToStory(indexed.document, past.shownStoryOf(indexed), loaded.tokenize),
  );
  return [...groupCopies([...correcting]), ...groupCopies(adding)];
}

/** Ranks the excerpts of new documents among all that there are on the topic. */
function findNews(
  stories: readonly Story[],
  { findings, loaded, fresh, isRepeated }: DigestMaterial,
  { find }: ShownBefore,
): News[] {
  const { query, hits, statistics, candidates: all } = findings;
  const quoted = new Set(stories.map(({ quoted }) => quoted.document.id));
  const own = hits.hits.filter(({ document }) => quoted.has(document));
  const context = { best: hits.best, named: null, statistics, ...loaded };
  const ranked = rankExcerpts(scorePassages(own, topicRetrieval(query), context), { all, shown: [] });
  const versions = new Map(fresh.map((version) => [version.id, version]));
  const isNew = (id: DocumentId) => {
    const version = versions.get(id);
    return version?.firstSeen.valueOf() === version?.changed.valueOf();
  };
  const news = ranked.map((entry) => {
    const { document, slice } = entry.candidate;
    const indexed = loaded.documents.get(document.id);
    return { ...entry, isNew: isNew(document.id), correction: indexed ? find(indexed, slice) : null };
  });
  return strongest(news.filter(({ candidate }) => !isRepeated(candidate)));
}

const NEAR_BEST = 0.5; // of the strength of a document's best sentence; anything weaker is off topic

/** Leaves out the excerpts that say much less on the topic than the best of their document, and correct nothing. */
function strongest(ranked: readonly News[]): News[] {
  const best = new Map<DocumentId, number>();
  for (const { excerpt, strength } of ranked)
    best.set(excerpt.document.id, Math.max(strength, best.get(excerpt.document.id) ?? 0));
  return ranked.filter(({ excerpt, strength, correction }) => {
    const most = best.get(excerpt.document.id) ?? 0;
    return correction || strength >= Math.min(STRONG, NEAR_BEST * most);
  });
}

interface ShownBefore {
  readonly shown: readonly ShownExcerpt[];
  readonly shownStoryOf: FindShownStory;
  readonly loaded: LoadedDocuments;
  readonly find: FindCorrection;
}

/**
 * Leaves out what was shown. Of a story that was shown, what adds to it or corrects it is left, or one excerpt from a new
 * source.
 */
function leaveOutShown(news: readonly News[], { shown, shownStoryOf, loaded }: ShownBefore): News[] {
  const { documents, tokenize } = loaded;
  const isRepetition = repetitionsOf(shown);
  const remember = ({ excerpt }: News) => toShownExcerpt(excerpt, tokenize);
  const ids = [...documentsOf(news.map(({ excerpt }) => excerpt))];
  return ids.flatMap((id) => {
    const indexed = documents.get(id);
    const story = indexed ? shownStoryOf(indexed) : null;
    const entries = news.filter(({ excerpt }) => excerpt.document.id === id);
    const unshown = entries.filter((entry) => entry.correction || !isRepetition(remember(entry)));
    if (!indexed || !story) return unshown;
    const adding = unshown.filter(
      (entry) => entry.correction || addsFact(remember(entry).facts, story, tokenize),
    );
    return adding.length > 0 || !isNewSource(indexed.document, story) ? adding : unshown.slice(0, 1);
  });
}
