import { inKnownScripts } from '../text/in-known-scripts.ts';

const UNKNOWN = [
  "unclear|unknown|undecided|undisclosed|uncertain|remains to be seen|not (?:yet )?(?:been )?(?:known|clear|said|decided|disclosed)|(?:did|does|do|has|have|would)(?: not|n[’']t) (?:say|said|disclose)",
  'unklar|unbekannt|nicht (?:bekannt|klar|fest)|on ignore|pas (?:clair|connu)|incertain|no (?:está claro|se sabe)|se desconoce',
  'non è (?:chiaro|noto)|não (?:está claro|se sabe)|onduidelijk|niet bekend',
];
const ASKS = [
  'who(?:m|se)?|when|how|where|why|what|wer|wann|wie|wo|warum|qui|quand|combien|où|pourquoi',
  'quién|cuándo|cuánt[oa]s?|dónde|por qué|chi|quando|quant[oaie]|dove|quem|onde|wanneer|hoe\\p{L}*|waar',
];

/** Matches what says that something is not known; the group is what: “It remains unclear [who will pay.]” */
export const SAYS_UNKNOWN = inKnownScripts(
  new RegExp(
    String.raw`(?<!\p{L})(?:${UNKNOWN.join('|')}),? (?:exactly )?((?:${ASKS.join('|')})(?!\p{L}).*)`,
    'iu',
  ),
);

const BODIES = [
  'council|committee|commission|commissioner|government|parliament|ministry|minister|president|court|judge|board|mayor|governor',
  'authorit(?:y|ie)|agenc(?:y|ie)|compan(?:y|ie)|part(?:y|ie)|bank|department|union|team|employer|employee|worker|owner|member',
  'chair(?:man|woman)?|director|secretary|officer|police|leader|manager|voter|citizen|scientist|researcher|engineer|doctor|teacher',
  'people|person|everyone|anyone|nobody',
];
// German writes them all with a capital letter.
const OTHER_BODIES = [
  'conseil|commission|comité|gouvernement|parlement|ministère|ministre|présidence|tribunal|mairie|association|équipe|entreprise|préfet|maire|personnes?|quiconque',
  'consejo|comisión|comité|gobierno|congreso|parlamento|ministerio|ministr[oa]|tribunal|junta|alcald(?:e|ía)|asamblea|empresa|equipo|autoridad|personas?|presidencia|tesorería|secretaría',
  'consiglio|commissione|comitato|governo|parlamento|ministero|tribunale|giunta|sindaco|assemblea|azienda|autorità|amministrazion[ei]|person[ae]|presidenza|chiunque',
  'conselho|comissão|governo|ministério|tribunal|câmara|prefeit[oa]|assembleia|equipe|autoridade|pessoas?|diretoria|presidência|membros?',
  'raad|commissie|regering|parlement|ministerie|rechtbank|gemeente|bestuur|vereniging|team|overheid|mensen|iedereen|niemand|leden',
];

// “The keeper”, “a well-known pianist”: who does something, by its ending.
const AGENT = '(?:the|an?|one|his|her|its|their|our) (?:[\\p{L}-]+ )?\\p{L}{2,}(?:er|or|ist|ian|m[ae]n)';

// “Le directeur”, “un programador”, “il presidente”, “de penningmeester”.
const OTHER_AGENT = [
  "(?:(?:les?|la|une?|du|aux?|des) |l[’'])\\p{L}{3,}(?:eur|euse|rice|iste|ien|ienne|ant|ent|aire)s?",
  '(?:el|la|l[oa]s|una?|del|al|por) \\p{L}{3,}(?:[dst]ora?|ista|[ae]nte|ari[oa])(?:e?s)?',
  "(?:(?:il|lo|la|i|gli|le|una?|dal(?:la)?|del(?:la)?) |l[’'])\\p{L}{3,}(?:tor[ei]|tric[ei]|ist[aie]|[ae]nt[ei]|ari[oa]?)",
  '(?:os?|as?|uma?|pel[oa]s?|d[oa]s?) \\p{L}{3,}(?:[dst]or[ae]?|ista|[ae]nte|ári[oa])s?',
  '(?:de|het|een|door) \\p{L}{3,}(?:er|aar|ist|eur|aris)s?',
].join('|');

/** Matches what may name somebody without a capital letter, also in scripts that have none. */
export const MAY_NAME = inKnownScripts(
  new RegExp(
    String.raw`(?<!\p{L})(?:${BODIES.join('|')}|${OTHER_BODIES.join('|')}|${AGENT}|${OTHER_AGENT})s?(?!\p{L})|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`,
    'iu',
  ),
);

/** Matches a name in a script without capitals, as far as its form tells: with a title after it, or of two foreign parts. */
export const TITLED =
  /\p{Lo}{2,}(?:氏|(?<!たく)さん|先生|女士|教授|博士|大臣|首相|総理|总理|總理|主席|总统|總統|大統領|知事|市長|市长|社長|会長|씨|교수|대표|장관|대통령)|\p{Script=Katakana}{2,}[・·]\p{Script=Katakana}{2,}/u;

/** Matches what tells the day by that of the text: “today”. */
export const THAT_DAY =
  /(?<!\p{L})(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd[’']hui|hoy|oggi|hoje|vandaag)(?!\p{L})|今日|本日|今天|오늘/iu;
