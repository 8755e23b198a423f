import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'; // RFC 4648 base32, lower case

/** What an answer's id looks like. */
export const ANSWER_ID = /^[a-z2-7]{12}$/;

/** Twelve base32 characters over everything that decides an answer: the same again gives the same id. */
export function answerId(parts: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return Array.from(digest.subarray(0, 12), (byte) => ALPHABET[byte & 31]).join('');
}
