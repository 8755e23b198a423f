import { fold } from './fold.ts';

// By ISO 639-1; folded. Words that deny a sentence; of “ne … pas” only the second.
const DENYING: Readonly<Record<string, string>> = {
  cs: 'ne neni nebyl nebyla nebylo nikdy nikdo nic zadny zadna zadne bez',
  da: 'ikke ej aldrig ingen intet uden',
  de: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder',
  en: 'not no never nobody nothing neither nor none without cannot',
  es: 'no nunca jamas nadie nada ningun ninguno ninguna sin tampoco',
  fi: 'ei eivat en emme et ette ilman',
  fr: 'pas jamais rien aucun aucune nul nulle sans ni',
  hu: 'nem ne soha senki semmi nincs nelkul',
  it: 'non mai nessun nessuno nessuna niente nulla senza',
  ja: 'ない なかっ ません ず ぬ',
  ko: '않 못 않다 않았다 아니다 아니라 없다',
  nl: 'niet geen nooit niemand niets zonder noch',
  no: 'ikke aldri ingen intet uten',
  pl: 'nie nigdy nikt nic zaden zadna zadne bez',
  pt: 'nao nunca jamais ninguem nada nenhum nenhuma sem nem',
  ro: 'nu niciodata nimeni nimic niciun nicio fara',
  ru: 'не нет никогда никто ничего ни без',
  sv: 'inte ej aldrig ingen inget inga utan',
  tr: 'degil asla hic yok',
  uk: 'не ні ніколи ніхто нічого без',
  zh: '不 没 没有 未 无 非 不是 不会 并未 并非',
};

// Function words of which one in the place of another changes what is said.
const OPPOSED: Readonly<Record<string, string>> = {
  de: 'vor nach uber unter mehr weniger alle einige muss mussen darf durfen kann konnen soll sollen fur gegen bis seit',
  en: 'up down over under above below before after more less fewer most least all some few both must may can will should for against until since on off in out',
  es: 'antes despues mas menos todos todas algunos algunas puede debe contra bajo sobre hasta desde',
  fr: 'avant apres plus moins tous toutes quelques peut doit pour contre sous sur jusque depuis',
  it: 'prima dopo piu meno tutti tutte alcuni alcune puo deve contro sotto sopra fino',
  nl: 'voor na meer minder alle sommige moet mag kan tegen boven onder tot sinds',
  pt: 'antes depois mais menos todos todas alguns algumas pode deve contra sob sobre ate desde',
};

const denying = new Map<string, ReadonlySet<string>>();
const opposed = new Map<string, ReadonlySet<string>>();

/** Whether a word denies its sentence. */
export function isDenying(written: string, language: string): boolean {
  if (language === 'en' && /n['’]t$/i.test(written)) return true;
  return wordsOf(DENYING, denying, language).has(fold(written));
}

/** Whether a function word tells something that another in its place would not: before, after. */
export function isOpposed(written: string, language: string): boolean {
  return wordsOf(OPPOSED, opposed, language).has(fold(written));
}

function wordsOf(
  lists: Readonly<Record<string, string>>,
  made: Map<string, ReadonlySet<string>>,
  language: string,
): ReadonlySet<string> {
  const words = made.get(language) ?? new Set((lists[language] ?? '').split(' '));
  made.set(language, words);
  return words;
}
