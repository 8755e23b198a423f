import { termsOf } from '../search/concept-information.ts';
import type { Concept } from '../search/query.ts';
import type { Slice } from '../text/slice.ts';
import type { Word } from '../text/word.ts';

/**
 * Scores how clearly a sentence defines what a question names, from 0 to 1: it opens with the whole name, and then says
 * what that is (“X is a …”, “X – programs that …”, “X, a …”) or what it stands for (“known as X”, “X means”). The name
 * need not have the words by which the question refers to the document (“What is X in the Harbour Act?”). What is said of a longer
 * name (“X for Safe Harbours is a …”) counts less, and only if the question writes X as a name.
 */
export function definitionScore(
  text: string,
  words: readonly Word[],
  { concepts, unreferred = concepts }: Defined,
): number {
  const whole = scoreName(text, words, concepts);
  return whole > 0 || unreferred.length === concepts.length ? whole : scoreName(text, words, unreferred);
}

/** What a question asks to define, and what is left of it without the words that refer to the document. */
export interface Defined {
  readonly concepts: readonly Concept[];
  readonly unreferred?: readonly Concept[] | undefined;
}

function scoreName(text: string, words: readonly Word[], concepts: readonly Concept[]): number {
  const isName = concepts.every(
    ({ essential, written, noun }) => !essential || (CAPITAL.test(written) && !noun),
  );
  return Math.max(0, ...namesIn(words, concepts).map((name) => scoreAt(text, name, isName)));
}

const CAPITAL = /^\p{Lu}/u;

/** Scores how clearly a text defines the name at one place. */
function scoreAt(text: string, name: Slice, isName: boolean): number {
  const before = text.slice(0, name.start);
  const after = text.slice(name.end);
  if (SAYS_WHAT.test(after) && SUBJECT.test(before)) return 1;
  if (BY.test(before) && MEANT.test(after)) return 1;
  if (EXPLAINS.test(after)) return 0.9;
  if (NAMES.test(before)) return 0.8;
  if (isName && SUBJECT.test(before) && SAYS_WHAT_LONGER.test(after)) return 0.7;
  return SAYS_WHAT.test(after) ? 0.5 : 0;
}

/** Returns where a sentence has the words of all concepts next to each other. */
function namesIn(words: readonly Word[], concepts: readonly Concept[]): readonly Slice[] {
  const essential = concepts.filter((concept) => concept.essential);
  if (essential.length === 0) return [];
  const terms = essential.map((concept) => termsOf([concept]));
  return words.flatMap((word, at) => {
    if (!matchesAny(word, terms)) return [];
    const run = words.slice(at, at + essential.length + GAPS);
    const found = terms.map((wanted) => run.findIndex((each) => matches(each, wanted)));
    if (found.includes(-1)) return [];
    return { start: word.start, end: run[Math.max(...found)]?.end ?? word.end };
  });
}

const GAPS = 2; // function words within a name

function matches({ term, forms, joints }: Word, wanted: ReadonlySet<string>): boolean {
  if (term !== null && wanted.has(term)) return true;
  return forms.some((form) => wanted.has(form)) || joints.some((joint) => wanted.has(joint.term));
}

function matchesAny(word: Word, terms: readonly ReadonlySet<string>[]): boolean {
  return terms.some((wanted) => matches(word, wanted));
}

const BRACKETS = String.raw`(?:["”“’'»]?\s*\([^)]{1,40}\))?["”“’'»]?`;
// What makes a name longer than people say it: “the Lamp Framework for Safe Harbours is …”.
const LONGER = String.raw`(?:\s(?:for|of|on|für|pour|para|per|voor|de|van|sur|sobre)(?:\s(?:the|and|und|et|y|e|en|de|of)(?=\s\p{Lu}))?\s\p{Lu}[\p{L}-]*(?:\s(?:(?:and|of|und|et|y|e|en|de)\s)?\p{Lu}[\p{L}-]*){0,3})`;
const ARTICLE =
  'an?|the|one|eine?|der|die|das|un|une|le|la|les|una|el|los|las|il|lo|gli|uma?|os?|as|een|de|het|aquel(?:l[oa]s?)?|quell[oaie]|aqueles?|celui|celles?|ceux|derjenige|diejenigen?|dasjenige|degene|tod[oa]|cualquier|qualsiasi|qualquer|tout|toute|intended|designed|used|defined';
// Words that report a statement rather than name a thing: “a court ruled that”, “sagte der Minister”.
const REPORTS = [
  'sa(?:id|ys?)|t(?:old|ells?)|add(?:s|ed)|found|held|thought|wrote',
  '(?:argu|announc|believ|decid|rul|stat|not|claim|warn|report|insist|confirm|explain|show|suggest)ed',
  'sagt(?:en?)?|mein(?:t|te|ten)|erklärten?|berichteten?|betonten?|warnten?|schrieb(?:en)?|hieß',
  'dit|disent|déclar(?:e|é|ait)|affirm(?:e|é|ait)|annoncé|expliqué|estimé|indiqué',
  'dij(?:o|eron)|dicen?|(?:declar|afirm|anunci|explic|asegur|señal|indic)(?:ó|aron)',
  'dice|disse|detto|dichiarato|affermato|annunciato|spiegato|afirmou|declarou|anunciou|diz',
  'zegt|zei(?:den)?|zeggen|meldden?|verklaarden?',
].join('|');
const PLAIN = String.raw`(?!(?:${REPORTS})(?!\p{L}))\p{L}+`;
const WHAT = String.raw`${BRACKETS}(?:\s(?:is|are|was|were|ist|sind|est|sont|es|son|é|è|sono|são|is|zijn)\s(?:${ARTICLE})(?!\p{L})|\s(?:means|refers to|stands for|describes|denotes|consists of|bedeutet|heißt|bezeichnet|désigne|signifie|significa|se refiere|indica|betekent)(?!\p{L})|\s[–—-]\s${PLAIN}|:\s\p{L}|,\s(?:an?|the|eine?|der|die|das|une?|una|uma?|een)\s|\s?(?:とは|은|는|란|是(?:一|指)))`;
const SAYS_WHAT = new RegExp(`^${WHAT}`, 'u');
const SAYS_WHAT_LONGER = new RegExp(`^${LONGER}${WHAT}`, 'u');
const RELATIVE = String.raw`(?:\s(?:that|which|who|whose|qui|que|che|dat)|,\s(?:which|who|whose|d(?:er|ie|as)(?=\s\p{Ll})|die|dat))(?!\p{L})`;
// “spyware – programs that …”, “Spyware – Programme, die …”; after a comma only a noun with its article: “, ein Schiff, das …”.
const EXPLAINS = new RegExp(
  String.raw`^${BRACKETS}(?:\s[–—-](?:\s${PLAIN}){1,4}|,\s(?:an?|eine?|une?|una|um|uma|een)(?:\s${PLAIN}){1,3})${RELATIVE}`,
  'u',
);
const SUBJECT =
  /^["“„«'‘(]*(?:(?:an?|the|eine?|der|die|das|une?|le|la|les|una|el|los|il|lo|uma?|os?|as?|een|de|het)\s)?["“„«'‘(]*$/iu;
// “By X we mean …”, “Unter X versteht man …”, “Met X bedoelen we …”.
const BY =
  /^(?:by|unter|mit|par|por|per|onder|met)\s(?:(?:an?|the|eine[mr]?|de[mr]|une?|l[ae]s?|el|una?|il|um|een|het)\s)?["“„«'‘(]*$/iu;
const MEANT =
  /^["”“’'»)]*,?\s(?:we mean|is meant|versteht man|verstehen wir|ist .{1,30} gemeint|on entend|nous entendons|se entiende|entendemos|si intende|intendiamo|entende-se|bedoelen we|verstaan we|verstaat men|wordt (?:bedoeld|verstaan))(?!\p{L})/iu;
const NAMES =
  /(?:we call|(?:we call|call|nennen wir|nennt man|appelle|appelons|llamamos|chiamiamo|chamamos|noemen we) (?:it|this|them|these|those|such|that|dies|diese|solche|ces?|cette|est[aoe]s?|quest[oaei]|ess[ea]s?|deze|die)(?: \p{L}+)?|called|known as|named|termed|dubbed|short for|abbreviated|genannt|als|appelée?s?|llamad[oa]s?|chiamat[oa]|chamad[oa]|genaamd)\s["“„«'‘(]*(?:(?:an?|the)\s)?$/iu;
