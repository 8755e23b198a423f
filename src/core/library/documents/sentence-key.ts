import { createHash } from 'node:crypto';
import { fold } from '../../text/fold.ts';

declare const brand: unique symbol;

/** What a sentence is recognised by in another version of its document, whatever its case, white space and punctuation. */
export type SentenceKey = string & { readonly [brand]: 'SentenceKey' };

const LENGTH = 16; // hexadecimal digits

/** The key of a sentence. */
export function sentenceKey(text: string): SentenceKey {
  return createHash('sha256').update(wordsAndSigns(text)).digest('hex').slice(0, LENGTH) as SentenceKey;
}

const MINUS = /(?<![\p{L}\p{N}\p{M}])[-−–](?=[\p{Sc}]?\p{N})/gu;
const SIGN = /[\p{Sc}%‰+=−]/gu;
const BETWEEN = /[^\p{L}\p{N}\p{M}\p{Sc}%‰+=−]+/gu;

/** The words of a text and the signs that tell something, such as those of currencies, without case and punctuation, with spaces around each. */
export function wordsAndSigns(text: string): string {
  const signed = fold(text).replace(/−/g, '-').replace(MINUS, '−').replace(SIGN, ' $& ');
  return ` ${signed.replace(BETWEEN, ' ').trim()} `;
}

/** The signs of a text, in order. */
export function signsIn(text: string): string {
  return (wordsAndSigns(text).match(SIGN) ?? []).join('');
}
