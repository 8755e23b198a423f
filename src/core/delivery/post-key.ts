import { createHash } from 'node:crypto';
import type { EditionKey } from '../schedule/edition.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'; // RFC 4648 base32, lower case
const LENGTH = 25; // characters, the most that a platform takes
const ID_LENGTH = 12; // characters of an answer's id

/** The key of an edition's post, the same for every try: 25 characters of base32. */
export function postKey({ channel: { platform, workspace, channel }, number, slot }: EditionKey): string {
  const named = JSON.stringify([platform, workspace, channel, number, slot]);
  const digest = createHash('sha256').update(named).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('');
}

/** The id under which what an edition shows can be opened again: the beginning of its post's key. */
export function editionAnswerId(key: EditionKey): string {
  return postKey(key).slice(0, ID_LENGTH);
}
