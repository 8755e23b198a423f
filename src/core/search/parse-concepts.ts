import { dutchWeakForms } from '../text/dutch-weak-verbs.ts';
import { weakForms } from '../text/german-weak-verbs.ts';
import { kindredTerms } from '../text/kindred-words.ts';
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
const KINDRED = { weight: 0.65, pull: 0.3 };
const ACRONYM = { weight: 0.7, pull: 0.2, ifRare: true } as const;
const ASKING_WEIGHT = 0.15; // of words that only ask ("what does … think")

/** Parses a question into the concepts it names, in order, without function words. A repeated one weighs more. */
export function parseConcepts(text: string, { languages, thesaurus }: ConceptContext): Query {
  const { words, language, isSure } = contentWords(text, languages);
  const terms = words.map(firstTerm);
  const concepts = new Map<string, Concept>();
  for (let at = 0; at < words.length; ) {
    const match = thesaurus.match(terms, at);
    const length = match?.length ?? 1;
    const phrase = words.slice(at, at + length);
    const parts = match?.isApart ? phrase.map((word) => [word]) : [phrase];
    for (const part of parts) add(concepts, part, { match, language });
    at += length;
  }
  return {
    concepts: [...concepts.values()],
    ...(language && { language: language.code, ...(isSure && { isSure }) }),
  };
}

function add(
  concepts: Map<string, Concept>,
  words: readonly ContentWord[],
  { match, language }: { readonly match: SynonymMatch | null; readonly language: Language | undefined },
): void {
  const own = [...ownWordings(words), ...kindredWordings(words, language)];
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

/** Wordings of a word by others of its family: “marriage” for “marry”. */
function kindredWordings(
  [only, ...others]: readonly ContentWord[],
  language: Language | undefined,
): readonly Wording[] {
  if (!only || others.length > 0 || only.isName || !language) return [];
  const inflect = INFLECTIONS[language.code];
  if (inflect) return inflectedWordings(only, language, inflect);
  return only.terms.flatMap((own) =>
    kindredTerms(own, language).map((term) => ({ terms: [term], ...KINDRED })),
  );
}

const INFLECTIONS: Readonly<Record<string, (written: string) => readonly string[]>> = {
  de: weakForms,
  nl: dutchWeakForms,
};

/** Wordings of a German or Dutch verb by its other forms; those of one whose stem changes are among its terms. */
function inflectedWordings(
  { written, terms }: ContentWord,
  { stem }: Language,
  inflect: (written: string) => readonly string[],
): readonly Wording[] {
  if (!/^\p{Ll}/u.test(written) || terms.some((term) => term.startsWith('|'))) return [];
  const forms = new Set(inflect(written).map(stem));
  return [...forms].filter((form) => !terms.includes(form)).map((form) => ({ terms: [form], ...KINDRED }));
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
  const isNamed = match !== null && !isPart && !match.isOrdinary;
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
