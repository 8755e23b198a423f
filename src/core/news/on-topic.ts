import type { Document, DocumentId } from '../library/document.ts';
import type { Search } from '../quoting/candidates.ts';
import type { Hit } from '../search/passage-index.ts';
import { type Concept, coverage, type Query, type Wording } from '../search/query.ts';
import { DEFAULT_LANGUAGE } from '../text/languages.ts';
import type { Slice } from '../text/slice.ts';
import type { Word } from '../text/words.ts';

const LEAST_SCORE = 0.15; // of the best passage's that there is on the topic
const LEAST_SHARE = 0.5; // of what a short topic names, so that the best of nothing is not taken for something
const ENOUGH = 1; // named in one passage, whatever more a long topic names: one name, or two words that tell a lot
const MORE_IF_LONG = 0.2; // for each further passage: what a long document names here and there is chance
const MOST = 2; // names that are asked for of any document
const LEAST_TOGETHER = 2; // things that the topic names in one passage
const LEAST_SPECIFIC = 0.15; // weight of a concept whose word is ordinary, against 1 for a name

/** A topic's query, and every passage that holds something of it, best first. */
export interface TopicHits {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** The score of the best passage, whichever document it is in. */
  readonly best: number;
  /** Pairs of terms that the topic names as one thing. */
  readonly pairs: ReadonlySet<string>;
}

const ALL = 100_000;

/** Looks a topic up in everything an audience may read; `written` is its query as it was typed. */
export function findTopicHits(query: Query, written: string, search: Search): TopicHits {
  const hits = search.index.search(query, search.collections, ALL);
  const pairs = namesIn(written, search.wordsOf(written, DEFAULT_LANGUAGE));
  return { query, hits, best: hits[0]?.score ?? 0, pairs: new Set(pairs) };
}

/**
 * Which documents are on a topic: one of their passages, read with the title, names at least two things of it that
 * together tell enough. A long document must name more at once.
 */
export function documentsOnTopic(
  found: TopicHits,
  search: Search,
  asked: (id: DocumentId) => boolean,
): ReadonlySet<DocumentId> {
  const named = namedIn(found.query);
  const total = tell(named, () => 1);
  const isAbout = ({ terms, pairs }: Terms, least: number) => {
    const held = heldIn(terms, named);
    const joined = pairs.filter((pair) => found.pairs.has(pair)).length;
    const things = held.length - joined;
    const enough = tell(held, (concept) => coverage(concept, terms)) >= least;
    return enough && (things >= LEAST_TOGETHER || held.length === named.length);
  };
  const near = [...documentsNearBest(found)].filter(asked);
  return new Set(
    near.filter((id) => {
      const passages = termsOf(id, search);
      const long = ENOUGH + MORE_IF_LONG * (passages.length - 1);
      const least = Math.min(LEAST_SHARE * total, long, MOST);
      return passages.some((terms) => isAbout(terms, least));
    }),
  );
}

const HALF = 0.5; // of a name of several words

/** Which concepts some terms hold; a word that stands for one itself is no synonym of another ("Tokyo" of "Japan"). */
function heldIn(terms: ReadonlySet<string>, named: readonly Concept[]): Concept[] {
  const itself = named.filter((concept) => coverage(concept, terms) === 1);
  const used = new Set(
    itself.flatMap(({ wordings }) => wordings.filter(isOwn).flatMap((each) => each.terms)),
  );
  const rest = new Set([...terms].filter((term) => !used.has(term)));
  return named.filter((concept) => itself.includes(concept) || coverage(concept, rest) > HALF);
}

function isOwn({ weight }: Wording): boolean {
  return weight === 1;
}

/** How much concepts tell, names most. */
function tell(concepts: readonly Concept[], share: (concept: Concept) => number): number {
  const weigh = ({ weight, specificity }: Concept) =>
    Math.min(1, weight) * Math.max(LEAST_SPECIFIC, specificity);
  return concepts.reduce((sum, concept) => sum + weigh(concept) * share(concept), 0);
}

/** The documents with a passage that comes near the best there is. */
export function documentsNearBest({ hits, best }: TopicHits): ReadonlySet<DocumentId> {
  const near = hits.filter(({ score }) => score >= LEAST_SCORE * best);
  return new Set(near.map(({ document }) => document));
}

/** What a query names, rather than words that only ask. */
function namedIn({ concepts }: Query): readonly Concept[] {
  const essential = concepts.filter((concept) => concept.essential);
  return essential.length > 0 ? essential : concepts;
}

interface Terms {
  readonly terms: ReadonlySet<string>;
  readonly pairs: readonly string[];
}

const known = new WeakMap<Document, readonly Terms[]>();

/** The terms of each passage of a document, those of the title added; none where it is gone. */
function termsOf(id: DocumentId, { corpus, wordsOf }: Search): readonly Terms[] {
  const document = corpus.document(id);
  if (!document) return [];
  const before = known.get(document);
  if (before) return before;
  const read = (text: string) => {
    const words = wordsOf(text, document.language);
    return { terms: words.flatMap(({ term }) => term ?? []), pairs: pairsIn(text, words) };
  };
  const title = read(document.title ?? '');
  const made = corpus.passages(id).map(({ start, end }: Slice) => {
    const { terms, pairs } = read(document.text.slice(start, end));
    return { terms: new Set([...title.terms, ...terms]), pairs: [...new Set([...title.pairs, ...pairs])] };
  });
  known.set(document, made);
  return made;
}

// Not an acronym, which is a name by itself.
const NAME = /^\p{Lu}\P{Lu}+$/u;

/** Neighbours that a query means as one name: joined by a hyphen, or both with a capital ("Asia-Pacific", "Cold War"). */
function namesIn(written: string, words: readonly Word[]): string[] {
  const names = new Set(words.filter((word) => NAME.test(word.written)));
  return pairsIn(written, words, (a, b) => names.has(a) && names.has(b));
}

/** Neighbours with what stands between them, a hyphen or a space. */
function pairsIn(
  text: string,
  words: readonly Word[],
  together: (a: Word, b: Word) => boolean = () => true,
): string[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!next || word.term === null || next.term === null) return [];
    const between = text.slice(word.start + word.written.length, next.start);
    const joined = between === '-' || (between === ' ' && together(word, next));
    return joined ? `${word.term}${between}${next.term}` : [];
  });
}
