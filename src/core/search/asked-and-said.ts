import type { Language } from '../text/languages.ts';
import { splitTerms } from '../text/words.ts';
import type { Thesaurus } from './synonyms.ts';

type Family = readonly [asked: string, said: string];

// By ISO 639-1: words by which questions ask for a decision or for who is against something, and others by which texts say it.
const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  de: [
    [
      'entschieden entscheiden Entscheidung beschlossen beschließen Beschluss',
      'vereinbart geeinigt verabschiedet zugestimmt',
    ],
    [
      'ablehnen lehnen lehnt abgelehnt Ablehnung Gegner',
      'Kritiker Kritik kritisiert kritisierte Widerstand skeptisch Skepsis widerspricht Bedenken',
    ],
  ],
  // “Object” is no asking word, as its term is that of “objective”.
  en: [
    ['decide decided decision', 'agreed consensus resolved approved adopted voted concluded'],
    [
      'against oppose opposed opposition opponent disagree',
      'critic criticize criticism critical reject resist resistance hesitant reluctant wary skeptical skepticism sceptical scepticism condemn object',
    ],
  ],
  es: [
    ['decidir decidió decidido decisión', 'acordó acordado acuerdo aprobó aprobado'],
    [
      'oponer opone oponen opuso oposición rechazar rechaza',
      'crítico critica criticó crítica rechazo resistencia reticencia escéptico escepticismo',
    ],
  ],
  fr: [
    ['décider décidé décision', 'convenu adopté approuvé voté'],
    [
      'opposer oppose opposent opposé opposition rejeter',
      'critique critiqué rejette refuse refusé résistance réticent réticence sceptique scepticisme',
    ],
  ],
  it: [['decidere deciso decisione', 'concordato approvato adottato']],
  nl: [
    [
      'besluiten besloot besloten besluit beslissing beslist',
      'afgesproken overeengekomen vastgesteld goedgekeurd',
    ],
  ],
  pt: [['decidir decidiu decidido decisão', 'acordado aprovado aprovou adotado']],
};

/**
 * Finds what a text says in other words than people ask in: that it was agreed for “What was decided?”, that somebody is wary
 * for “Who is against it?”
 */
export function createAskedThesaurus(language: Language | undefined): Thesaurus {
  const families = language ? (FAMILIES[language.code] ?? []) : [];
  const termsOf = (words: string) =>
    language ? words.split(' ').flatMap((word) => splitTerms(word, language)) : [];
  const groups = new Map(
    families.flatMap(([asked, said]) => {
      const asking = [...new Set(termsOf(asked))];
      const group = [...new Set([...asking, ...termsOf(said)])].map((term) => [term]);
      return asking.map((term) => [term, group] as const);
    }),
  );
  return {
    match(terms, from) {
      const group = groups.get(terms[from] ?? '');
      return group ? { length: 1, group, isApart: false, isOrdinary: true } : null;
    },
  };
}
