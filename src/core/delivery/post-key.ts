import type { EditionKey } from '../schedule/edition.ts';
import { base32Hash } from '../text/base32.ts';

const LENGTH = 25; // characters, the maximum that a platform accepts
const ID_LENGTH = 12; // characters of an answer's id

/** The key of an edition's post, the same for every attempt: 25 characters of base32. */
export function postKey({ channel: { platform, workspace, channel }, number, slot }: EditionKey): string {
  return base32Hash(JSON.stringify([platform, workspace, channel, number, slot]), LENGTH);
}

/** The id under which an edition's excerpts can be opened again: the start of its post's key. */
export function editionAnswerId(key: EditionKey): string {
  return answerIdOf(postKey(key));
}

/** The same, from the post's key. */
export function answerIdOf(key: string): string {
  return key.slice(0, ID_LENGTH);
}
