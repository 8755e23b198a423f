import type { Language } from '../text/languages.ts';
import { splitWords, type Word } from '../text/words.ts';
import type { Concept, Query, Wording } from './query.ts';
import type { SynonymMatch, Thesaurus } from './synonyms.ts';
import { informativeness, type Vocabulary } from './vocabulary.ts';

/** What a question is read with: the languages of the documents, their words, and which phrases mean the same. */
export interface QueryContext {
  readonly languages: readonly Language[];
  readonly vocabulary: Vocabulary;
  readonly thesaurus: Thesaurus;
  /** Known terms that an unknown one may be misspelt for. */
  similarTerms(term: string): readonly string[];
}

const OWN = { weight: 1, pull: 1 };
const SYNONYM = { weight: 0.7, pull: 0.2 };
const LEAST_SPECIFIC = { known: 0.6, unknown: 0.15 };
const SIMILAR = { weight: 0.6, pull: 0.6 };
const MIN_MISSPELT = 5; // letters; "king" is no misspelling of "kind"
const MAX_SIMILAR = 3; // terms taken up for an unknown one
const ASKING_WEIGHT = 0.15; // of words that only ask ("what does … think")
const MAX_CONCEPTS = 32; // a search costs about the same for each; a question's rarest words say most

/** Reads a question: which concepts it names, in order. A repeated one weighs more; function words are left out. */
export function parseQuery(text: string, reading: QueryContext): Query {
  const words = contentWords(text, reading.languages);
  const concepts = new Map<string, Concept>();
  const terms = words.map((word) => word.terms[0] ?? '');
  for (let at = 0; at < words.length; ) {
    const match = reading.thesaurus.match(terms, at);
    const length = match?.length ?? 1;
    const concept = toConcept(words.slice(at, at + length), match);
    const before = concepts.get(concept.key);
    concepts.set(
      concept.key,
      before ? { ...before, weight: before.weight + concept.value.weight } : concept.value,
    );
    at += length;
  }
  const asked = [...concepts.values()].map((concept) => withSimilar(concept, reading));
  return { concepts: mostInformative(asked, reading.vocabulary) };
}

/**
 * How much of a question a concept carries: how seldom it is in these documents, lowered for words that are
 * ordinary in the language at large, most of all when no document has them: somebody only put it differently.
 */
export function conceptInformation(concept: Concept, vocabulary: Vocabulary): number {
  const here = Math.min(...concept.wordings.map(({ terms }) => rarest(terms, vocabulary)));
  const least = isKnown(concept, vocabulary) ? LEAST_SPECIFIC.known : LEAST_SPECIFIC.unknown;
  return concept.weight * here * Math.max(least, concept.specificity);
}

function rarest(terms: readonly string[], vocabulary: Vocabulary): number {
  return Math.max(0, ...terms.map((term) => informativeness(vocabulary, term)));
}

/** Says whether any wording of a concept occurs whole in the vocabulary. */
export function isKnown(concept: Concept, vocabulary: Vocabulary): boolean {
  return concept.wordings.some(({ terms }) => terms.every((term) => vocabulary.frequency(term) > 0));
}

interface ContentWord {
  readonly written: string;
  /** One for each language in which the word has a term of its own. */
  readonly terms: readonly string[];
  readonly isName: boolean;
  readonly specificity: number;
}

function contentWords(text: string, languages: readonly Language[]): ContentWord[] {
  const readings = languages.map((language) => [...splitWords(text, language)]);
  const asked = askedIn(readings);
  return asked.flatMap(({ written, term }, at) => {
    if (term === null) return [];
    const terms = [term, ...readings.map((words) => words[at]?.term ?? null)];
    return [
      {
        written,
        terms: [...new Set(terms.filter((term) => term !== null))],
        isName: at > 0 && /^\p{Lu}/u.test(written),
        specificity: Math.min(...languages.map((language) => language.specificity(written))),
      },
    ];
  });
}

const SURE = 2; // function words that tell in which language a question is asked

/** The reading in the language of the question: the one that knows most of its function words; else the first. */
function askedIn(readings: readonly (readonly Word[])[]): readonly Word[] {
  const known = (words: readonly Word[]) => words.filter(({ term }) => term === null).length;
  const best = readings.reduce<readonly Word[]>((a, b) => (known(b) > known(a) ? b : a), readings[0] ?? []);
  return known(best) >= SURE ? best : (readings[0] ?? []);
}

function toConcept(
  words: readonly ContentWord[],
  match: SynonymMatch | null,
): { key: string; value: Concept } {
  const written = words.map((word) => word.written).join(' ');
  const own: Wording[] =
    words.length === 1
      ? (words[0]?.terms ?? []).map((term) => ({ terms: [term], ...OWN }))
      : [{ terms: words.map((word) => word.terms[0] ?? ''), ...OWN }];
  const key = (own[0]?.terms ?? []).join(' ');
  const others = (match?.group ?? []).filter((terms) => terms.join(' ') !== key);
  const asking = words.every((word) => ASKING.has(word.written.toLowerCase()));
  const wordings = [...own, ...others.map((terms) => ({ terms, ...SYNONYM }))];
  const named = match !== null || words.some((word) => word.isName);
  const specificity = named ? 1 : Math.max(...words.map((word) => word.specificity));
  return {
    key,
    value: { written, weight: asking ? ASKING_WEIGHT : 1, essential: !asking, specificity, wordings },
  };
}

/** A word that is in no document may be misspelt, or stand there in another form. */
function withSimilar(concept: Concept, { vocabulary, similarTerms }: QueryContext): Concept {
  const [own] = concept.wordings;
  if (own?.terms.length !== 1 || concept.written.length < MIN_MISSPELT) return concept;
  if (isKnown(concept, vocabulary)) return concept;
  const similar = similarTerms(own.terms[0] ?? '').slice(0, MAX_SIMILAR);
  return {
    ...concept,
    wordings: [...concept.wordings, ...similar.map((term) => ({ terms: [term], ...SIMILAR }))],
  };
}

function mostInformative(concepts: Concept[], vocabulary: Vocabulary): Concept[] {
  if (concepts.length <= MAX_CONCEPTS) return concepts;
  const kept = concepts
    .map((concept) => ({ concept, value: conceptInformation(concept, vocabulary) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, MAX_CONCEPTS);
  const chosen = new Set(kept.map(({ concept }) => concept));
  return concepts.filter((concept) => chosen.has(concept));
}

// Words by which people ask rather than what they ask about.
const ASKING = new Set(
  `what who whom whose which when where why how many much often long think thinks thought thoughts say says said saying
  tell know happen happens happened mean means meant describe describes described explain explains call called calls
  give gives gave given view views opinion opinions believe believes regard according account about name names named
  document documents article articles text texts source sources mention mentions mentioned find show list please
  exactly specifically currently actually really thing things kind type sort main there want wants reason reasons`.split(
    /\s+/,
  ),
);
