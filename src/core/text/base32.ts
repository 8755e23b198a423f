import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'; // of RFC 4648, in lower case

/** Returns up to 32 characters that stand for a text: five bits of each byte of its SHA-256. Not a decodable encoding. */
export function base32Hash(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  return Array.from(digest.subarray(0, length), (byte) => ALPHABET[byte & 31]).join('');
}
