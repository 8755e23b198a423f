import type { Slice } from '../../text/slice.ts';
import {
  isAcronym,
  isArticle,
  isBeforeName,
  isNamePart,
  isOpener,
  isParticle,
  isPossessive,
  type NameWord,
  namesBody,
  nameWords,
} from './name-words.ts';
import { isBody, isNationality, isOffice, isSpokesperson, isState, isTitle } from './office-words.ts';

/** Who speaks, as one place in a text names it. Slices of that text. */
export interface NamedVoice {
  /** A person's name with a form of address, or what a body is called. */
  readonly name: Slice;
  /** The name with what the text says the person is, on both sides: “Lin Jian, a spokesperson for …”. */
  readonly heading: Slice;
  /** It is surely a person. */
  readonly isPerson: boolean;
  /** How much of a name it is: all of it; a last name, with or without a form of address or an office. */
  readonly form: 'full' | 'addressed' | 'single';
}

const MAX_WORDS = 12;
const MAX_LENGTH = 200; // characters in which a name and what the person is are read

/** Parses a noun phrase that is, as a whole, somebody's name with what they are; null if it is anything else. */
export function parseVoice(text: string, slice: Slice): NamedVoice | null {
  const all = nameWords(text, slice);
  if (!all) return null;
  const words = all.slice(all.findIndex((word) => !isOpener(word)));
  if (all.every(isOpener) || words.length > MAX_WORDS) return null;
  return parseSpokesperson(words) ?? parseBody(words) ?? parsePerson(words) ?? parseWithPlace(words);
}

/** Parses the longest beginning of a slice that is a name. */
export function parseVoiceAt(text: string, { start, end }: Slice): NamedVoice | null {
  const phrase =
    /^[^.,;:()“”"«»„·–—]*(?:\.(?=\s?\p{Lu})[^.,;:()“”"«»„·–—]*)*/u.exec(
      text.slice(start, Math.min(end, start + MAX_LENGTH)),
    )?.[0] ?? '';
  const words = nameWords(text, { start, end: start + phrase.length })?.slice(0, MAX_WORDS) ?? [];
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1];
    const found = last && parseVoice(text, { start, end: last.end });
    if (found) return found;
  }
  return null;
}

/** “a Labour Party spokesman”, “a spokeswoman for Royal Mail”: one that names a body, and no person. */
function parseSpokesperson(words: readonly NameWord[]): NamedVoice | null {
  const own = withoutArticle(words);
  const at = own.findIndex(({ written }) => isSpokesperson(written));
  if (at === -1) return null;
  const [before, after] = [own.slice(0, at), own.slice(at + 1)];
  const isFor = /^(?:for|of|der|des|von|du|de|del|della|do|da|van)$/.test(after[0]?.written ?? '');
  if (isFor && before.length === 0) return namesOne(after.slice(1)) ? voiceOf(own, { form: 'full' }) : null;
  const body = after.length === 0 && before.some(isNamePart) && before.every(describes);
  const named = before.some((word) => isPossessive(word.written) || isTitle(word.written));
  return body && !named ? voiceOf(own, { form: 'full' }) : null;
}

/** Whether words are a name as a whole: Royal Mail, the Home Office. */
function namesOne(words: readonly NameWord[]): boolean {
  const own = withoutArticle(words);
  const isName = own.every((word) => isNamePart(word) || isConnector(word) || isPossessive(word.written));
  return own.length > 0 && isName && own.slice(-1).every(isNamePart);
}

/** “the Chinese government”, “China’s foreign ministry”, “the Bank of England”, “OECD”, “Beijing”. */
function parseBody(words: readonly NameWord[]): NamedVoice | null {
  const own = withoutArticle(words);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return null;
  if (own.length === 1)
    return isState(first.written) || isAcronym(first) ? voiceOf(own, { form: 'full' }) : null;
  const isNamed =
    own.every((word) => isNamePart(word) || isConnector(word)) && isNamePart(last) && isNamePart(first);
  if (isNamed) {
    const at = own.findIndex(isConnector);
    if (at === -1 ? isBody(last.written) : namesBody(own.slice(0, at))) return voiceOf(own, { form: 'full' });
  }
  const owner = own.slice(0, -1);
  const describesBody = isBody(last.written) && owner.every(describes) && owner.some(isOwner);
  return describesBody ? voiceOf(own, { form: 'full' }) : null;
}

function isConnector({ written }: NameWord): boolean {
  return /^(?:of|for|and|the|&)$/.test(written);
}

/** A name, a nationality or a genitive of one, that tells which body it is. */
function isOwner({ written }: NameWord): boolean {
  return /^\p{Lu}/u.test(written) && !/-based$/.test(written) && !isTitle(written);
}

/** “French President Emmanuel Macron”, “Mr Brown”, “Deutsche Boerse”, “Macron”. */
function parsePerson(words: readonly NameWord[]): NamedVoice | null {
  const from = nameStart(words);
  const name = words.slice(from);
  const before = withoutArticle(words.slice(0, from));
  const [first] = name;
  const nearest = before.at(-1);
  if (!first || name.length > 4) return null;
  if (!nearest) return parseBareName(words, name);
  if (!before.every(describes) || !before.every(leadsToName)) return null;
  const addressed = isTitle(nearest.written);
  if (!addressed && !isOffice(nearest.written)) {
    return isNationality(nearest.written) && name.length > 1 ? voiceOf(name, { form: 'full' }) : null;
  }
  const called = addressed ? [nearest, ...name] : name;
  const form = name.length > 1 ? 'full' : 'addressed';
  return voiceOf(called, { form, isPerson: true, from: before[0] ?? first });
}

function parseBareName(words: readonly NameWord[], name: readonly NameWord[]): NamedVoice | null {
  const isArticled = words.length > name.length;
  if (name.length === 1) return isArticled ? null : voiceOf(name, { form: 'single' });
  return voiceOf(name, { form: 'full' });
}

/** “George Beebe of the Quincy Institute”. */
function parseWithPlace(words: readonly NameWord[]): NamedVoice | null {
  const at = words.findIndex(({ written }) => /^(?:of|from|at)$/.test(written));
  if (at < 1) return null;
  const person = parsePerson(words.slice(0, at));
  const place = withoutArticle(words.slice(at + 1));
  const last = words.at(-1);
  if (!person || !last || person.form === 'single' || place.length === 0) return null;
  const isPlace = place.every((word) => isNamePart(word) || isConnector(word)) && isNamePart(last);
  return isPlace
    ? { ...person, isPerson: true, heading: { start: person.heading.start, end: last.end } }
    : null;
}

/** Where the name at the end of a phrase starts: after all that goes before names. */
function nameStart(words: readonly NameWord[]): number {
  let at = words.length;
  for (let next = at - 1; next >= 0; next--) {
    const word = words[next];
    if (!word || (!isNamePart(word) && !isParticle(word)) || isBeforeName(word)) break;
    if (isNamePart(word)) at = next;
  }
  return at;
}

/** Whether a word may stand before a name or a body's name as a description: neither a preposition nor a pronoun. */
function describes(word: NameWord): boolean {
  return !NEVER_DESCRIBES.test(word.written);
}

/** Whether a small word may stand before a capitalized one: “former Treasury minister”, not “backed Chancellor”. */
function leadsToName({ written }: NameWord, at: number, all: readonly NameWord[]): boolean {
  if (/^\p{Lu}|\d/u.test(written) || isOffice(written) || EARLIER.test(written)) return true;
  const next = all[at + 1]?.written ?? '';
  if (at === 0 && /(?:ed|ing)$/.test(written)) return false;
  return !/^\p{Lu}/u.test(next) || isOffice(next) || isTitle(next);
}

const EARLIER =
  /^(?:former|new|then|ex|deputy|senior|acting|veteran|outgoing|incoming|late|shadow|fellow|retired|elected|ehemaliger?|neuer?|ancien(?:ne)?)$/;

const NEVER_DESCRIBES =
  /^(?:after|before|since|when|while|during|where|amid|among|without|within|including|via|sources?|officials|of|to|for|by|with|from|against|in|on|at|about|over|under|between|and|or|nor|but|than|that|which|who|whose|he|she|it|they|his|her|its|their|our|my|your|is|are|was|were|be|been|has|had|have|will|would|can|could|not|one|some|many|said|says|told|as|if|into|like|von|mit|bei|für|und|oder|et|ou|avec|pour|par|y|con|para|por|e|met|voor|en|sein|seine|ihr|ihre|son|sa|ses|su|sus|suo|sua|zijn|haar)$/i;

function withoutArticle(words: readonly NameWord[]): readonly NameWord[] {
  const [first] = words;
  return first && isArticle(first) ? words.slice(1) : words;
}

interface Naming {
  readonly form: NamedVoice['form'];
  readonly isPerson?: boolean;
  /** The first word of what the person is called. */
  readonly from?: NameWord;
}

function voiceOf(words: readonly NameWord[], { form, isPerson = false, from }: Naming): NamedVoice | null {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const heading = { start: (from ?? first).start, end: last.end };
  return { name: { start: first.start, end: last.end }, heading, isPerson, form };
}
