import type { Language } from '../text/languages.ts';
import { type ContentWord, contentWords } from './content-words.ts';
import type { Concept, Wording } from './query.ts';
import type { SynonymMatch, Thesaurus } from './synonyms.ts';

/** What concepts are parsed with: the languages of the documents, and phrases that mean the same. */
export interface ConceptContext {
  readonly languages: readonly Language[];
  readonly thesaurus: Thesaurus;
}

const OWN = { weight: 1, pull: 1 };
const JOINED = { weight: 1, pull: 0.3 };
const SYNONYM = { weight: 0.7, pull: 0.2 };
const ASKING_WEIGHT = 0.15; // of words that only ask ("what does … think")

/** Parses a question into the concepts it names, in order, without function words. A repeated one weighs more. */
export function parseConcepts(text: string, { languages, thesaurus }: ConceptContext): Concept[] {
  const words = contentWords(text, languages);
  const terms = words.map(firstTerm);
  const concepts = new Map<string, Concept>();
  for (let at = 0; at < words.length; ) {
    const match = thesaurus.match(terms, at);
    const length = match?.length ?? 1;
    const own = ownWordings(words.slice(at, at + length));
    const key = (own[0]?.terms ?? []).join(' ');
    const concept = toConcept(words.slice(at, at + length), own, match);
    const weight = (concepts.get(key)?.weight ?? 0) + concept.weight;
    concepts.set(key, { ...(concepts.get(key) ?? concept), weight });
    at += length;
  }
  return [...concepts.values()];
}

function firstTerm({ terms }: ContentWord): string {
  return terms[0] ?? '';
}

function ownWordings(words: readonly ContentWord[]): readonly Wording[] {
  const [only] = words;
  if (only && words.length === 1)
    return [
      ...only.terms.map((term) => ({ terms: [term], ...OWN })),
      ...only.joined.map((term) => ({ terms: [term], ...JOINED })),
    ];
  return [{ terms: words.map(firstTerm), ...OWN }];
}

function toConcept(
  words: readonly ContentWord[],
  own: readonly Wording[],
  match: SynonymMatch | null,
): Concept {
  const key = own[0]?.terms.join(' ');
  const synonyms = (match?.group ?? []).filter((terms) => terms.join(' ') !== key);
  const essential = !words.every(({ written }) => ASKING.has(written.toLowerCase()));
  const isName = match !== null || words.some((word) => word.isName);
  return {
    written: words.map(({ written }) => written).join(' '),
    weight: essential ? 1 : ASKING_WEIGHT,
    essential,
    specificity: isName ? 1 : Math.max(...words.map(({ specificity }) => specificity)),
    wordings: [...own, ...synonyms.map((terms) => ({ terms, ...SYNONYM }))],
    ...(words.every(({ tentative }) => tentative) && { tentative: true }),
  };
}

// Words by which people ask rather than what they ask about.
const ASKING = new Set(
  `what who whom whose which when where why how many much often long think thinks thought thoughts say says said saying
  tell know happen happens happened mean means meant describe describes described explain explains call called calls
  give gives gave given view views opinion opinions believe believes regard according account about name names named
  document documents article articles text texts source sources mention mentions mentioned find show list please
  latest newest recent current now today nowadays exactly specifically currently actually really thing things kind type sort main there want wants reason reasons`.split(
    /\s+/,
  ),
);
