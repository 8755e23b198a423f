import type { Document } from '../../library/documents/document.ts';
import { sayingIn } from '../../text/saying-verbs.ts';
import type { Slice } from '../../text/slice.ts';
import type { Candidate } from '../candidate.ts';
import { type Excerpt, excerptOf } from '../excerpts.ts';
import { areParted } from '../parted.ts';
import { findVoices } from './find-voice.ts';
import { knownNames } from './known-names.ts';
import { maskQuotations } from './mask-quotations.ts';
import type { NamedVoice } from './parse-voice.ts';
import { resolveVoice } from './resolve-voice.ts';

/** An excerpt that shows who says it. */
export interface VoicedExcerpt {
  readonly excerpt: Excerpt;
  readonly voice: NamedVoice;
}

const MAX_SENTENCES = 3;

/** Finds out who surely says a sentence; the excerpt has all that makes it sure. Null if nothing does. */
export function voicedExcerpt(candidate: Candidate): VoicedExcerpt | null {
  const { document, sentences } = candidate;
  const masked = maskedText(document);
  const whole = wholeQuotation(candidate, masked);
  if (!whole) return null;
  const own = soleVoice(document, sentences.slice(whole.from, whole.to + 1));
  if (own === 'several') return null;
  if (own) return voiced(candidate, whole, own);
  const before = sentences[whole.from - 1];
  const needsSpeaker =
    isBareQuotation(masked, sliceOf(candidate, whole)) ||
    pronounSpeaks(masked, sliceOf(candidate, whole), document);
  if (!before || !needsSpeaker || whole.to - whole.from + 2 > MAX_SENTENCES) return null;
  if (!sharesParagraph(document, before, sentences[whole.from])) return null;
  const earlier = soleVoice(document, [before]);
  if (earlier === null || earlier === 'several' || !namesOnly(document, before, earlier)) return null;
  if (needsSpeaker === 'pronoun' && !earlier.isPerson) return null;
  return voiced(candidate, { ...whole, from: whole.from - 1 }, earlier);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function voiced(candidate: Candidate, range: Range, voice: NamedVoice): VoicedExcerpt {
  return { voice, excerpt: excerptOf(candidate, sliceOf(candidate, range)) };
}

function sliceOf({ sentences }: Candidate, { from, to }: Range): Slice {
  return { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 };
}

const maskedTexts = new WeakMap<Document, string>();

/** A document's text without what stands in quotation marks; offsets are the same. */
function maskedText(document: Document): string {
  const known =
    maskedTexts.get(document) ??
    document.text
      .split(/(\n\s*\n)/)
      .map(maskQuotations)
      .join('');
  maskedTexts.set(document, known);
  return known;
}

/** Extends a sentence to the whole quotation of which it is a part; null if that is too long, or a heading stands in it. */
function wholeQuotation({ document, sentences, at }: Candidate, masked: string): Range | null {
  let [from, to] = [at, at];
  const parted = (before: number) => areParted(document.text, sentences[before], sentences[before + 1]);
  while (startsWithin(masked, sentences[from])) {
    if (parted(from - 1)) return null;
    from--;
  }
  while (endsWithin(masked, sentences[to]) || announces(masked, sentences[to])) {
    if (parted(to)) return null;
    to++;
  }
  return to - from < MAX_SENTENCES ? { from, to } : null;
}

const FILL = '·';

function startsWithin(masked: string, sentence: Slice | undefined): boolean {
  return sentence !== undefined && masked.charAt(sentence.start) === FILL;
}

function endsWithin(masked: string, sentence: Slice | undefined): boolean {
  return sentence !== undefined && masked.charAt(sentence.end - 1) === FILL;
}

/** Whether a sentence ends in a colon. */
function announces(masked: string, sentence: Slice | undefined): boolean {
  return sentence !== undefined && masked.charAt(sentence.end - 1) === ':';
}

/** The one voice that sentences name as theirs; null if they name none. */
function soleVoice(document: Document, sentences: readonly Slice[]): NamedVoice | 'several' | null {
  const text = { text: maskedText(document), language: document.language };
  const found = sentences.flatMap((sentence) => findVoices(text, sentence));
  if (found.length === 0) return null;
  const resolved = found.map((voice) => resolveVoice(document, voice));
  const [first] = resolved;
  if (!first) return 'several';
  return resolved.every((voice) => voice?.name.start === first.name.start) ? first : 'several';
}

function isBareQuotation(masked: string, { start, end }: Slice): 'quotation' | false {
  return /^["“„«]·+["”“»]$/.test(masked.slice(start, end)) && 'quotation';
}

/** Whether “he said” is all that a sentence tells of its speaker. */
function pronounSpeaks(masked: string, { start, end }: Slice, { language }: Document): 'pronoun' | false {
  const saying = language === 'en' ? sayingIn('en') : null;
  if (!saying) return false;
  const text = masked.slice(start, end);
  const speaks = [...text.matchAll(saying.verb)].some(({ index }) =>
    /(?:^|["”],? )(?:He|She|he|she)(?: also| then)? $/.test(text.slice(0, index)),
  );
  return speaks && 'pronoun';
}

function sharesParagraph({ text }: Document, a: Slice, b: Slice | undefined): boolean {
  return b !== undefined && !/\n\s*\n/.test(text.slice(a.end, b.start));
}

/** Whether a sentence mentions nobody but the person who speaks in it. */
function namesOnly(document: Document, { start, end }: Slice, { name }: NamedVoice): boolean {
  const { byLast } = knownNames(document);
  const own = document.text.slice(name.start, name.end).split(/\s+/);
  const words = document.text.slice(start, end).match(/\p{Lu}[\p{L}\p{M}-]+/gu) ?? [];
  const others = words.filter((word) => byLast.has(word) && !own.includes(word));
  const mentioned = /\b(?:Mr|Mrs|Ms|Sir|Lord|Dr)\.? (\p{Lu}[\p{L}-]+)/gu;
  const titled = [...document.text.slice(start, end).matchAll(mentioned)].flatMap(([, last = '']) => last);
  return others.length === 0 && titled.every((last) => own.includes(last));
}
