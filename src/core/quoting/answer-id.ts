import type { Audience } from '../library/audience.ts';
import { base32Hash } from '../text/base32.ts';

const LENGTH = 12; // characters, 60 bits

/** The form of an answer's id. */
export const ANSWER_ID = /^[a-z2-7]{12}$/;

/** Hashes everything that decides an answer into its id: the same parts always give the same id. */
export function answerId(parts: readonly unknown[]): string {
  return base32Hash(JSON.stringify(parts), LENGTH);
}

/** Returns the part of an audience that answer ids hash. The order of its keys is part of every id. */
export function audienceKey({ platform, workspace, channel, user, private: isPrivate }: Audience) {
  return { platform, workspace, channel, user, private: isPrivate };
}
