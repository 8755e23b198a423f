/** How a language reports what somebody says. Patterns are written for words in lower case. */
interface Saying {
  /** Verbs that report a statement whatever follows. */
  readonly sure: string;
  /** Verbs that do so next to a quotation or before a clause: “added that”, “argued: ”. */
  readonly withClause: string;
  /** What opens that clause. */
  readonly clause: string;
  /** What may stand between a subject and its verb. */
  readonly between: string;
  /** What comes before the name of a source: “according to”. */
  readonly accordingTo: string;
}

// By ISO 639-1.
const SAYING: Readonly<Record<string, Saying>> = {
  en: {
    sure: 'said(?! (?:to (?:be|have)|nothing|little|goodbye)\\b)|says|told(?! by\\b)|warned|warns|insisted|insists',
    withClause:
      'added|adds|admitted|argued|argues|claimed|claims|confirmed|declared|denied|emphasi[sz]ed|emphasi[sz]es|explained|explains|noted|notes|observed|predicted|predicts|remarked|replied|stated|states|stressed|stresses|suggested|suggests|wrote|writes',
    clause: 'that',
    between: 'has|had|also|then|later|earlier|once|recently|today|yesterday|\\p{Ll}+ly',
    accordingTo: 'according to',
  },
  de: {
    sure: 'sagte|sagt|erklärte|betonte|mahnte|kritisierte|teilte mit',
    withClause: 'warnte|schrieb|meinte|behauptete|fügte hinzu|forderte|sagten|kündigte an|stellte klar',
    clause: 'dass|daß',
    between: 'auch|zudem|außerdem|jedoch|am|\\p{Lu}\\p{Ll}+(?:tag|woch)',
    accordingTo: 'laut|zufolge von|nach angaben von|nach angaben der|nach angaben des',
  },
  fr: {
    sure: 'a déclaré|a dit|déclare|affirme|a affirmé|a expliqué|a souligné|a indiqué|a estimé|estime|a averti|a assuré',
    withClause:
      'dit|ajoute|a ajouté|explique|souligne|indique|précise|a précisé|assure|a écrit|écrit|a annoncé',
    clause: "que|qu’|qu'",
    between: 'également|aussi|lui-même|\\p{Ll}+ment',
    accordingTo: "selon|d’après|d'après",
  },
  es: {
    sure: 'dijo|afirmó|declaró|aseguró|señaló|advirtió|manifestó|ha dicho|ha afirmado|ha asegurado',
    withClause:
      'dice|afirma|asegura|explicó|añadió|indicó|subrayó|sostiene|sostuvo|anunció|escribió|comentó|destacó',
    clause: 'que',
    between: 'también|ya|además|\\p{Ll}+mente',
    accordingTo: 'según',
  },
  it: {
    sure: 'ha detto|ha dichiarato|ha affermato|ha spiegato|ha sottolineato|ha avvertito|ha aggiunto|disse|dichiarò',
    withClause:
      'dice|afferma|dichiara|spiega|sostiene|aggiunge|ha scritto|ha ribadito|ha annunciato|sottolinea',
    clause: 'che',
    between: 'anche|poi|inoltre|\\p{Ll}+mente',
    accordingTo: 'secondo',
  },
  pt: {
    sure: 'disse|afirmou|declarou|garantiu|advertiu|alertou|ressaltou|salientou',
    withClause: 'diz|afirma|explicou|acrescentou|sublinhou|escreveu|anunciou|destacou|assegurou|considera',
    clause: 'que',
    between: 'também|já|ainda|\\p{Ll}+mente',
    accordingTo: 'segundo|de acordo com',
  },
  nl: {
    sure: 'zei|zegt|verklaarde|waarschuwde|benadrukte|liet weten',
    withClause: 'schreef|stelde|stelt|meldde|voegde toe|beweerde|vindt|legde uit',
    clause: 'dat',
    between: 'ook|eerder|gisteren|vandaag',
    accordingTo: 'volgens',
  },
};

/** The patterns of one language; each is global, with `d`-less offsets of whole matches. */
export interface SayingPatterns {
  /** A verb of saying, wherever it stands. Group `clause`: it reports only next to a quotation or before a clause. */
  readonly verb: RegExp;
  /** What must follow a verb of the group `clause`: a colon, a quotation, or a conjunction. */
  readonly opensClause: RegExp;
  readonly between: RegExp;
  readonly accordingTo: RegExp;
}

const made = new Map<string, SayingPatterns>();

/** Returns the patterns of a language; null for one whose verbs are not known. */
export function sayingIn(language: string): SayingPatterns | null {
  const saying = SAYING[language];
  if (!saying) return null;
  const known = made.get(language) ?? create(saying);
  made.set(language, known);
  return known;
}

function create({ sure, withClause, clause, between, accordingTo }: Saying): SayingPatterns {
  return {
    verb: new RegExp(
      String.raw`(?<=^|[\s,”"»“])(?:(?:${sure})|(?<clause>${withClause}))(?![\p{L}\p{N}’'-])`,
      'gu',
    ),
    opensClause: new RegExp(String.raw`^(?:\s(?:${clause})(?!\p{L})|\s?[:,]\s?["“„«]|:|\s["“„«])`, 'u'),
    between: new RegExp(String.raw`\s(?:${between})$`, 'u'),
    accordingTo: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${accordingTo})\s`, 'giu'),
  };
}
