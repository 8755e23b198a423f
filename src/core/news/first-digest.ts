import type { Core } from '../bot/core.ts';
import type { DocumentId } from '../library/document.ts';
import { candidatesFor, composeBrief } from '../quoting/brief.ts';
import type { Search } from '../quoting/candidates.ts';
import { placeOf } from '../quoting/excerpts.ts';
import type { QuotedPlace } from '../quoting/quoted-place.ts';
import { BRIEF_BUDGETS } from '../quoting/selection.ts';
import type { Digest, DigestRequest, SeenVersion } from './digest.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { copiesOf, groupCopies, storiesShown } from './near-copies.ts';
import { documentsNearBest, documentsOnTopic } from './on-topic.ts';
import { rememberExcerpt } from './shown-before.ts';
import { searchTopic, type TopicSearch } from './topic-search.ts';

type First = Omit<Digest, 'content'> & {
  readonly onTopic: ReadonlySet<DocumentId>;
  readonly shown: readonly ShownExcerpt[];
};

/**
 * A brief on the topic, without what an extra edition has shown: a first edition is no flood. Of the versions seen so
 * lately that the next edition may see them again, those on the topic are noted.
 */
export function composeFirst(core: Core, request: DigestRequest, recent: readonly SeenVersion[]): Digest {
  const { onTopic, shown, ...first } = firstFor(request, searchTopic(core, request.audience, request.topic));
  const documents = recent.filter(({ id }) => onTopic.has(id)).map(({ id, sha256 }) => ({ id, sha256 }));
  return { ...first, content: { documents, shown } };
}

const made = new WeakMap<Search, Map<string, First>>();

/** Channels that were shown nothing yet get the same. */
function firstFor(request: DigestRequest, topicSearch: TopicSearch): First {
  if (request.before.some(({ shown }) => shown.length > 0)) return makeFirst(request, topicSearch);
  const { length, max } = request.order;
  const all = made.get(topicSearch.search) ?? new Map<string, First>();
  made.set(topicSearch.search, all);
  const first = all.get(`${length} ${max}`) ?? makeFirst(request, topicSearch);
  all.set(`${length} ${max}`, first);
  return first;
}

function makeFirst(request: DigestRequest, { search, query, found }: TopicSearch): First {
  const { topic, order, before } = request;
  const onTopic = documentsOnTopic(found, search, () => true);
  const read = new Set(candidatesFor(query, [], search).map(({ document }) => document));
  const storyOf = storiesShown(
    before.flatMap((content) => content.shown),
    search.corpus,
  );
  const told = [...read].filter(({ id }) => onTopic.has(id)).filter((document) => storyOf(document) === null);
  const among = new Set(groupCopies(told, search.corpus).map(({ quoted }) => quoted.id));
  const { maxPoints, maxCharacters } = BRIEF_BUDGETS[order.length];
  const budget = { maxPoints: Math.min(order.max, maxPoints), maxCharacters };
  const shown = placesShown(request, search);
  const quotations = composeBrief({ topic, query, budget, shown, among }, search);
  const now = [...shown, ...quotations.map(({ excerpt }) => placeOf(excerpt))];
  const quoted = new Set(quotations.map(({ excerpt }) => excerpt.document));
  return {
    ...{ first: true, quotations, news: quoted.size, onTopic },
    copies: copiesOf(
      quotations.map(({ excerpt }) => excerpt),
      documentsNearBest(found),
      search,
    ),
    shown: quotations.map(({ excerpt }) => rememberExcerpt(excerpt, search)),
    more: composeBrief({ topic, query, budget, shown: now, among }, search).length > 0,
  };
}

/** Places shown before in documents that are as they were then. */
function placesShown({ before }: DigestRequest, { corpus }: Search): QuotedPlace[] {
  return before
    .flatMap(({ shown }) => shown)
    .filter(({ document, sha256 }) => corpus.document(document)?.sha256 === sha256)
    .map(({ document, start, end }) => ({ document, start, end }));
}
