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

// “The keeper”, “a well-known pianist”: who does something, by its ending.
const AGENT = '(?:the|an?|one|his|her|its|their|our) (?:[\\p{L}-]+ )?\\p{L}{2,}(?:er|or|ist|ian|m[ae]n)';

/** Matches what may name somebody without a capital letter, also in scripts that have none. */
export const MAY_NAME = inKnownScripts(
  new RegExp(
    String.raw`(?<!\p{L})(?:${BODIES.join('|')}|${AGENT})s?(?!\p{L})|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`,
    'iu',
  ),
);

/** Matches what tells the day by that of the text: “today”. */
export const THAT_DAY =
  /(?<!\p{L})(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd[’']hui|hoy|oggi|hoje|vandaag)(?!\p{L})|今日|本日|今天|오늘/iu;
