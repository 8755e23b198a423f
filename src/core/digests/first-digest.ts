import { candidatesFor, composeBrief } from '../answers/brief.ts';
import type { Search } from '../answers/candidates.ts';
import { placeOf } from '../answers/excerpts.ts';
import { LENGTHS } from '../answers/selection.ts';
import type { Shown } from '../conversations/conversation.ts';
import type { Core } from '../core.ts';
import type { Digest, DigestRequest, SeenVersion } from './digest.ts';
import { copiesOf, groupCopies, isCopyOfShown } from './near-copies.ts';
import { documentsNearBest, documentsOnTopic, findTopicHits } from './on-topic.ts';
import { rememberExcerpt } from './shown-before.ts';

/** What there is to make a first edition of: the versions are those seen so lately that the next may see them again. */
interface Found {
  readonly search: Search;
  readonly recent: readonly SeenVersion[];
}

/** A brief on the topic, without what an extra edition has shown: a first edition is no flood. */
export function composeFirst(core: Core, request: DigestRequest, { search, recent }: Found): Digest {
  const { topic, order, before } = request;
  const query = core.read(topic.query, search, topic.synonyms);
  const found = findTopicHits(query, topic.query, search);
  const onTopic = documentsOnTopic(found, search, () => true);
  const read = new Set(candidatesFor(query, [], search).map(({ document }) => document));
  const repeats = isCopyOfShown(
    before.flatMap(({ shown }) => shown),
    search.corpus,
  );
  const documents = [...read].filter((document) => onTopic.has(document.id) && !repeats(document));
  const among = new Set(groupCopies(documents, search.corpus).map(({ quoted }) => quoted.id));
  const { points, characters } = LENGTHS[order.length];
  const room = { points: Math.min(order.max, points), characters };
  const shown = placesShown(request, search);
  const quotations = composeBrief({ topic, query, room, shown, among }, search);
  const now = [...shown, ...quotations.map(({ excerpt }) => placeOf(excerpt))];
  const quoted = new Set(quotations.map(({ excerpt }) => excerpt.document));
  return {
    first: true,
    quotations,
    copies: copiesOf(
      quotations.map(({ excerpt }) => excerpt),
      documentsNearBest(found),
      search,
    ),
    news: quoted.size,
    content: {
      documents: recent.filter(({ id }) => onTopic.has(id)).map(({ id, sha256 }) => ({ id, sha256 })),
      shown: quotations.map(({ excerpt }) => rememberExcerpt(excerpt, search)),
    },
    more: composeBrief({ topic, query, room, shown: now, among }, search).length > 0,
  };
}

/** Places shown before in documents that are as they were then. */
function placesShown({ before }: DigestRequest, { corpus }: Search): Shown[] {
  return before
    .flatMap(({ shown }) => shown)
    .filter(({ document, sha256 }) => corpus.document(document)?.sha256 === sha256)
    .map(({ document, start, end }) => ({ document, start, end }));
}
