import type { Slice } from '../../text/slice.ts';
import { isBody, isNationality, isOffice, isTitle } from './office-words.ts';

/** A word of a text as written, with its offsets. */
export interface NameWord extends Slice {
  readonly written: string;
}

const WORD =
  /(?:(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Gen|Sen|Rep|Gov|Lt|Col)\.|(?:\p{Lu}\.)+|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[’'&.-](?=[\p{L}\p{N}]))*(?:(?<=s)[’'](?=\s))?)/gu;

/** Splits a slice of a text into its words; null if anything but spaces stands between them. */
export function nameWords(text: string, { start, end }: Slice): NameWord[] | null {
  const line = text.slice(start, end);
  const words = [...line.matchAll(WORD)].map(({ 0: written, index }) => ({
    written,
    start: start + index,
    end: start + index + written.length,
  }));
  const rest = line.replace(WORD, '');
  return /^\s*$/.test(rest) ? words : null;
}

/** Whether a word may be part of a name: capitalized, and neither a day nor a possessive. */
export function isNamePart({ written }: NameWord): boolean {
  return CAPITALIZED.test(written) && !isPossessive(written) && !TIMES.test(written) && !NEVER.test(written);
}

/** Whether a word is in the genitive: Beijing’s, Yukos’. */
export function isPossessive(written: string): boolean {
  return /[’']s$|s[’']$/.test(written);
}

/** Whether a word may stand inside a name without a capital: Jan van Dyk. */
export function isParticle({ written }: NameWord): boolean {
  return PARTICLE.test(written);
}

/** Whether a word opens a sentence or a clause, and belongs to no name. */
export function isOpener({ written }: NameWord): boolean {
  return OPENER.test(written) || TIMES.test(written);
}

/** Whether a word is an article. */
export function isArticle({ written }: NameWord): boolean {
  return ARTICLE.test(written);
}

/** Whether a word belongs before a name but is no part of it: an office, a form of address, a nationality. */
export function isBeforeName({ written }: NameWord): boolean {
  return isOffice(written) || isTitle(written) || isNationality(written);
}

/** Whether a name ends as that of a body does. */
export function namesBody(words: readonly NameWord[]): boolean {
  return words.some(({ written }) => isBody(written));
}

/** Whether a word is an abbreviation in capitals, as bodies have: OECD. */
export function isAcronym({ written }: NameWord): boolean {
  return (
    /^\p{Lu}[\p{Lu}&]{1,6}$/u.test(written) &&
    !isOffice(written) &&
    !/^(?:TV|PC|CD|DVD|OK|PM|AM|MPS|CV|ID)$/.test(written)
  );
}

const CAPITALIZED = /^\p{Lu}/u;
const PARTICLE = /^(?:de|del|della|der|den|di|da|do|dos|van|von|bin|ibn|al|el|la|le|ben|ter|ten|zu)$/;
const TIMES =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Today|Yesterday|Tomorrow|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)$/;
const ARTICLE =
  /^(?:the|a|an|der|die|das|den|dem|le|la|les|el|los|las|il|lo|i|gli|o|os|as|de|het|een|ein|eine|une?|una?)$/i;
const OPENER =
  /^(?:And|But|So|Yet|Or|Nor|For|To|Into|Under|Over|Against|About|Like|Unlike|Among|Between|Through|Until|Upon|Within|Without|Around|Behind|Below|Above|During|Given|Following|According|Meanwhile|However|Also|Still|Now|Then|When|While|As|If|Although|Though|Since|After|Before|In|On|At|From|By|With|Earlier|Later|Last|Next|Both|Only|Even|Instead|Here|There|This|That|These|Those|Despite|Because|Separately|Asked|Speaking|Not|Once|Until|Where|Whereas|Why|How|What|Who|and|but|as|while|although|though|whereas|because|yet|so|Aber|Und|Auch|Doch|Mais|Et|Pero|Ma|Mas|En|Maar|wie|comme|como|come|zoals)$/;
const NEVER =
  /^(?:I|He|She|It|They|We|You|His|Her|Its|Their|Our|My|Your|Some|Many|Most|Others?|Another|Each|Every|All|One|Two|Three|Several|Few|No|None|Nobody|Someone|Everyone|Critics?|Experts?|Officials?|Analysts?|Ministers?|Sources?|Reports?|Observers?|People|Members|Researchers?|Scientists?|Campaigners?|Opponents?|Supporters?|Er|Sie|Es|Wir|Ich|Il|Elle|Ils|Él|Ella|Lui|Lei|Ele|Ela|Hij|Zij|Ze|The)$/;
