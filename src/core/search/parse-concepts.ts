import type { Language } from '../text/languages.ts';
import { type ContentWord, contentWords } from './content-words.ts';
import type { Concept, Query, Wording } from './query.ts';
import type { SynonymMatch, Thesaurus } from './synonyms.ts';

/** What concepts are parsed with: the languages of the documents, and phrases that mean the same. */
export interface ConceptContext {
  readonly languages: readonly Language[];
  readonly thesaurus: Thesaurus;
}

const OWN = { weight: 1, pull: 1 };
const JOINED = { weight: 1, pull: 0.3 };
const SYNONYM = { weight: 0.7, pull: 0.2 };
const ACRONYM = { weight: 0.7, pull: 0.2, ifRare: true } as const;
const ASKING_WEIGHT = 0.15; // of words that only ask ("what does … think")

/** Parses a question into the concepts it names, in order, without function words. A repeated one weighs more. */
export function parseConcepts(text: string, { languages, thesaurus }: ConceptContext): Query {
  const { words, language } = contentWords(text, languages);
  const terms = words.map(firstTerm);
  const concepts = new Map<string, Concept>();
  for (let at = 0; at < words.length; ) {
    const match = thesaurus.match(terms, at);
    const length = match?.length ?? 1;
    const phrase = words.slice(at, at + length);
    const parts = match?.isApart ? phrase.map((word) => [word]) : [phrase];
    for (const part of parts) add(concepts, part, match);
    at += length;
  }
  return { concepts: [...concepts.values()], ...(language && { language: language.code }) };
}

function add(
  concepts: Map<string, Concept>,
  words: readonly ContentWord[],
  match: SynonymMatch | null,
): void {
  const own = ownWordings(words);
  const key = (own[0]?.terms ?? []).join(' ');
  const concept = toConcept(words, own, match);
  const weight = (concepts.get(key)?.weight ?? 0) + concept.weight;
  concepts.set(key, { ...(concepts.get(key) ?? concept), weight });
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
  const isPart = match?.isApart === true && match.length > 1;
  const synonyms = (match?.group ?? []).filter((terms) =>
    isPart ? terms.length === 1 : terms.join(' ') !== key,
  );
  const essential = !words.every(({ onlyAsks }) => onlyAsks);
  const isNamed = match !== null && !isPart;
  const isName = isNamed || words.some((word) => word.isName);
  return {
    written: words.map(({ written }) => written).join(' '),
    weight: essential ? 1 : ASKING_WEIGHT,
    essential,
    specificity: isName ? 1 : Math.max(...words.map(({ specificity }) => specificity)),
    wordings: [...own, ...synonyms.map((terms) => ({ terms, ...(match?.isApart ? ACRONYM : SYNONYM) }))],
    ...(isNamed && { aliased: true }),
    ...(words.every(({ isNoun }) => isNoun) && { noun: true }),
    ...(words.every(({ tentative }) => tentative) && { tentative: true }),
  };
}
