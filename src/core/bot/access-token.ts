import { createHash, randomBytes } from 'node:crypto';
import type { ChannelAddress } from '../schedule/channel-address.ts';

/** A token with which a program asks for those in one channel. The token itself is stored nowhere. */
export interface AccessToken {
  /** Chosen by the operator. */
  readonly name: string;
  readonly hash: string;
  /** Whoever may read there may read with it. */
  readonly channel: ChannelAddress;
  readonly made: Date;
  /** Null if it does not expire. */
  readonly expires: Date | null;
}

/** Stores access tokens. */
export interface AccessTokenStore {
  /** False if the name is taken. */
  add(token: AccessToken): Promise<boolean>;
  find(hash: string): Promise<AccessToken | null>;
  /** Ordered by name. */
  list(): Promise<readonly AccessToken[]>;
  /** False if there is none of this name. */
  remove(name: string): Promise<boolean>;
}

const PREFIX = 'dossier_';
const BYTES = 32;

/** Makes a token that nobody can guess. */
export function makeToken(): string {
  return `${PREFIX}${randomBytes(BYTES).toString('base64url')}`;
}

/** What a token is found by. It is random and long, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a token may still be used. */
export function isValid({ expires }: AccessToken, now: Date): boolean {
  return expires === null || now < expires;
}
