import type { Core } from '../bot/core.ts';
import type { Document, DocumentId } from '../library/document.ts';
import { labelOf } from '../quoting/aspects.ts';
import { candidatesFor } from '../quoting/brief.ts';
import { readCandidates, type Search } from '../quoting/candidates.ts';
import { type RankedExcerpt, rankExcerpts, STRONG } from '../quoting/excerpt-ranking.ts';
import { BRIEF_BUDGETS } from '../quoting/selection.ts';
import type { News } from './choose-news.ts';
import { chooseVaried } from './choose-varied.ts';
import { type Digest, type DigestRequest, NOTHING_NEW, type SeenVersion } from './digest.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { copiesOf, groupCopies, type ShownStory, type Story, storiesShown } from './near-copies.ts';
import { documentsNearBest, documentsOnTopic, type TopicHits } from './on-topic.ts';
import { addsToStory, isNewSource, mayAdd, rememberExcerpt, repeatsAmong } from './shown-before.ts';
import { searchTopic } from './topic-search.ts';

/** What is new on the topic, of versions that the channel doesn't know yet, and was not said to it before. */
export function composeNews(core: Core, request: DigestRequest, fresh: readonly SeenVersion[]): Digest {
  const { topic, order, before, audience } = request;
  const { search, found } = searchTopic(core, audience, topic);
  const { corpus } = search;
  const shown = before.flatMap((content) => content.shown);
  const versions = new Map(fresh.map((version) => [version.id, version]));
  const onTopic = documentsOnTopic(found, search, (id) => versions.has(id));
  const storyOf = storiesShown(shown, corpus);
  const told = [...onTopic].flatMap((id) => corpus.document(id) ?? []).filter(mayAdd(storyOf, search));
  const stories = groupCopies(told, corpus);
  const news = findNews(stories, { found, search, versions });
  const unsaid = leaveOutSaid(news, { shown, storyOf, search });
  if (unsaid.length === 0) return NOTHING_NEW;
  const budget = { maxPoints: order.max, maxCharacters: BRIEF_BUDGETS[order.length].maxCharacters };
  const { chosen, more } = chooseVaried(unsaid, budget, (excerpt) => labelOf(excerpt.text, topic.aspects));
  const counted = new Set(unsaid.map(({ excerpt }) => excerpt.document.id));
  const reported = stories.filter(({ quoted }) => counted.has(quoted.id));
  return {
    first: false,
    quotations: chosen.map((excerpt) => ({
      ...{ excerpt, label: labelOf(excerpt.text, topic.aspects), weak: false },
    })),
    copies: copiesOf(chosen, new Set([...documentsNearBest(found), ...onTopic]), search),
    news: reported.length,
    content: {
      documents: reported.flatMap(versionsOf),
      shown: chosen.map((excerpt) => rememberExcerpt(excerpt, search)),
    },
    more,
  };
}

interface Said {
  readonly shown: readonly ShownExcerpt[];
  storyOf(document: Document): ShownStory | null;
  readonly search: Search;
}

/** Of a story that was shown, only what adds to it is left, or one excerpt where it has a new source. */
function leaveOutSaid(news: readonly News[], { shown, storyOf, search }: Said): News[] {
  const repeats = repeatsAmong(shown);
  const documents = [...new Set(news.map(({ excerpt }) => excerpt.document))];
  return documents.flatMap((document) => {
    const entries = news.filter(({ excerpt }) => excerpt.document === document);
    const story = storyOf(document);
    const unsaid = entries.filter(({ excerpt }) => !repeats(rememberExcerpt(excerpt, search)));
    if (!story) return unsaid;
    const adding = unsaid.filter(({ excerpt }) =>
      addsToStory(rememberExcerpt(excerpt, search), story, search),
    );
    return adding.length > 0 || !isNewSource(document, story) ? adding : unsaid.slice(0, 1);
  });
}

function versionsOf({ quoted, copies }: Story) {
  return [quoted, ...copies].map(({ id, sha256 }) => ({ id, sha256 }));
}

interface NewsIn {
  readonly found: TopicHits;
  readonly search: Search;
  readonly versions: ReadonlyMap<DocumentId, SeenVersion>;
}

/** The excerpts of new documents that say something on the topic, ranked among all that there are on it. */
function findNews(stories: readonly Story[], { found, search, versions }: NewsIn): News[] {
  const { query, hits, best } = found;
  const documents = new Set(stories.map(({ quoted }) => quoted.id));
  const own = hits.filter(({ document }) => documents.has(document));
  const candidates = readCandidates(own, best, { query, asked: query, kind: 'any', search });
  const all = candidatesFor(query, [], search);
  const ranked = rankExcerpts(candidates, { all, shown: [], search });
  const isNew = (id: DocumentId) => {
    const version = versions.get(id);
    return version?.firstSeen.valueOf() === version?.changed.valueOf();
  };
  return saying(ranked).map((entry) => ({ ...entry, isNew: isNew(entry.excerpt.document.id) }));
}

const NEAR_BEST = 0.5; // of what a document's best sentence says on the topic; anything less is beside it

/** The excerpts that say most of what their document says on the topic. */
function saying(ranked: readonly RankedExcerpt[]): RankedExcerpt[] {
  const best = new Map<DocumentId, number>();
  for (const { excerpt, strength } of ranked)
    best.set(excerpt.document.id, Math.max(strength, best.get(excerpt.document.id) ?? 0));
  return ranked.filter(({ excerpt, strength }) => {
    const most = best.get(excerpt.document.id) ?? 0;
    return strength >= Math.min(STRONG, NEAR_BEST * most);
  });
}
