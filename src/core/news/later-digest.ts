import type { DocumentId } from '../library/document.ts';
import { labelOf } from '../quoting/aspects.ts';
import { topicRetrieval } from '../quoting/brief-candidates.ts';
import { documentsOf } from '../quoting/candidate.ts';
import { scorePassages } from '../quoting/candidates.ts';
import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import { type RankedExcerpt, rankExcerpts, STRONG } from '../quoting/excerpt-ranking.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import { groupCopies, type Story } from '../quoting/near-copies.ts';
import { copiesOfQuoted } from '../quoting/quoted-copies.ts';
import type { News } from './choose-news.ts';
import { chooseVaried } from './choose-varied.ts';
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
  const stories = findStories(material, shownStoryOf);
  const unshown = leaveOutShown(findNews(stories, material), { shown, shownStoryOf, loaded });
  if (unshown.length === 0) return NOTHING_NEW;
  const budget = { maxPoints: max, maxCharacters: BRIEF_BUDGETS[length].maxCharacters };
  const labelFor = ({ text }: { readonly text: string }) => labelOf(text, topic.aspects);
  const { chosen, more } = chooseVaried(unshown, budget, labelFor);
  const counted = documentsOf(unshown.map(({ excerpt }) => excerpt));
  const reported = stories.filter(({ quoted }) => counted.has(quoted.document.id));
  return {
    quotations: chosen.map((excerpt) => ({ excerpt, label: labelFor(excerpt) })),
    copies: copiesOfQuoted(chosen, documentsNearBest(findings.hits), loaded),
    news: reported.length,
    content: {
      documents: reported.flatMap(versionsOf),
      shown: chosen.map((excerpt) => toShownExcerpt(excerpt, loaded.tokenize)),
    },
    more,
  };
}

function versionsOf({ quoted, copies }: Story) {
  return [quoted, ...copies].map(({ document: { id, sha256 } }) => ({ id, sha256 }));
}

/** Finds the stories that new versions on the topic tell, or add to. */
function findStories({ findings, loaded, fresh }: DigestMaterial, shownStoryOf: FindShownStory): Story[] {
  const ids = new Set(fresh.map(({ id }) => id));
  const onTopic = documentsOnTopic(findings.hits, loaded, (id) => ids.has(id));
  const adding = [...onTopic]
    .flatMap((id) => loaded.documents.get(id) ?? [])
    .filter((indexed) => canAddToStory(indexed.document, shownStoryOf(indexed), loaded.tokenize));
  return groupCopies(adding);
}

/** Ranks the excerpts of new documents among all that there are on the topic. */
function findNews(stories: readonly Story[], { findings, loaded, fresh }: DigestMaterial): News[] {
  const { query, hits, statistics, candidates: all } = findings;
  const quoted = new Set(stories.map(({ quoted }) => quoted.document.id));
  const own = hits.hits.filter(({ document }) => quoted.has(document));
  const context = { best: hits.best, statistics, ...loaded };
  const ranked = rankExcerpts(scorePassages(own, topicRetrieval(query), context), { all, shown: [] });
  const versions = new Map(fresh.map((version) => [version.id, version]));
  const isNew = (id: DocumentId) => {
    const version = versions.get(id);
    return version?.firstSeen.valueOf() === version?.changed.valueOf();
  };
  return strongest(ranked).map((entry) => ({ ...entry, isNew: isNew(entry.excerpt.document.id) }));
}

const NEAR_BEST = 0.5; // of the strength of a document's best sentence; anything weaker is off topic

/** Leaves out the excerpts that say much less on the topic than the best of their document. */
function strongest(ranked: readonly RankedExcerpt[]): RankedExcerpt[] {
  const best = new Map<DocumentId, number>();
  for (const { excerpt, strength } of ranked)
    best.set(excerpt.document.id, Math.max(strength, best.get(excerpt.document.id) ?? 0));
  return ranked.filter(({ excerpt, strength }) => {
    const most = best.get(excerpt.document.id) ?? 0;
    return strength >= Math.min(STRONG, NEAR_BEST * most);
  });
}

interface ShownBefore {
  readonly shown: readonly ShownExcerpt[];
  readonly shownStoryOf: FindShownStory;
  readonly loaded: LoadedDocuments;
}

/** Leaves out what was shown. Of a story that was shown, what adds to it is left, or one excerpt from a new source. */
function leaveOutShown(news: readonly News[], { shown, shownStoryOf, loaded }: ShownBefore): News[] {
  const { documents, tokenize } = loaded;
  const isRepetition = repetitionsOf(shown);
  const remember = ({ excerpt }: News) => toShownExcerpt(excerpt, tokenize);
  const ids = [...documentsOf(news.map(({ excerpt }) => excerpt))];
  return ids.flatMap((id) => {
    const indexed = documents.get(id);
    const story = indexed ? shownStoryOf(indexed) : null;
    const entries = news.filter(({ excerpt }) => excerpt.document.id === id);
    const unshown = entries.filter((entry) => !isRepetition(remember(entry)));
    if (!indexed || !story) return unshown;
    const adding = unshown.filter((entry) => addsFact(remember(entry).facts, story, tokenize));
    return adding.length > 0 || !isNewSource(indexed.document, story) ? adding : unshown.slice(0, 1);
  });
}
