import type { Language } from '../text/languages.ts';
import { splitTerms } from '../text/words.ts';
import type { Thesaurus } from './synonyms.ts';

// By ISO 639-1: words that ask for a decision, and others by which records say one.
const WORDS: Readonly<Record<string, readonly [asked: string, said: string]>> = {
  de: [
    'entschieden entscheiden Entscheidung beschlossen beschließen Beschluss',
    'vereinbart geeinigt verabschiedet zugestimmt',
  ],
  en: ['decide decided decision', 'agreed consensus resolved approved adopted voted concluded'],
  es: ['decidir decidió decidido decisión', 'acordó acordado acuerdo aprobó aprobado'],
  fr: ['décider décidé décision', 'convenu adopté approuvé voté'],
  it: ['decidere deciso decisione', 'concordato approvato adottato'],
  nl: [
    'besluiten besloot besloten besluit beslissing beslist',
    'afgesproken overeengekomen vastgesteld goedgekeurd',
  ],
  pt: ['decidir decidiu decidido decisão', 'acordado aprovado aprovou adotado'],
};

/** Finds what was decided where a question asks for a decision and a record says that it was agreed. */
export function createDecisionThesaurus(language: Language | undefined): Thesaurus {
  const [asked = '', said = ''] = WORDS[language?.code ?? ''] ?? [];
  const termsOf = (words: string) =>
    language ? words.split(' ').flatMap((word) => splitTerms(word, language)) : [];
  const asking = new Set(termsOf(asked));
  const group = [...new Set([...asking, ...termsOf(said)])].map((term) => [term]);
  return {
    match: (terms, from) =>
      asking.has(terms[from] ?? '') ? { length: 1, group, isApart: false, isOrdinary: true } : null,
  };
}
