import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ButtonAction, packAction, unpackAction } from './button-action.ts';

/** The place in which an action may be used. */
export interface ActionScope {
  readonly workspace: string;
  readonly channel: string;
}

/** Writes actions as text that contains everything needed to carry them out, so they outlive a restart; only a signer can. */
export interface ActionSigner {
  /** Null if the text would be longer than the platform allows. */
  sign(action: ButtonAction, scope: ActionScope): string | null;
  /** Null for a text that was forged, changed, made for another scope, or is too old. */
  verify(text: string, scope: ActionScope): ButtonAction | null;
}

/** The settings of a signer. */
export interface ActionSignerOptions {
  /** Known to nobody else, and the same after a restart. */
  readonly secret: string;
  /** How many days an action stays valid. */
  readonly days: number;
  /** The platform's limit, in UTF-16 units. */
  readonly longest: number;
  now(): Date;
}

const DAY = 86_400_000; // milliseconds
const SIGNATURE = 16; // base64url characters, 96 bits

/** Creates a signer of actions. */
export function createActionSigner({ secret, days, longest, now }: ActionSignerOptions): ActionSigner {
  const key = createHmac('sha256', secret).update('deeds').digest();
  const signatureOf = (text: string, { workspace, channel }: ActionScope) =>
    createHmac('sha256', key)
      .update(JSON.stringify([text, workspace, channel]))
      .digest('base64url')
      .slice(0, SIGNATURE);
  return {
    sign(action, scope) {
      const expires = Math.ceil(now().valueOf() / DAY) + days;
      const text = `${expires.toString(36)} ${packAction(action)}`;
      const signed = `${signatureOf(text, scope)}${text}`;
      return signed.length <= longest ? signed : null;
    },
    verify(signed, scope) {
      const text = signed.slice(SIGNATURE);
      if (!isEqual(signed.slice(0, SIGNATURE), signatureOf(text, scope))) return null;
      const [expires = '', packed = ''] = text.split(/ (.*)/s);
      return Number.parseInt(expires, 36) * DAY < now().valueOf() ? null : unpackAction(packed);
    },
  };
}

/** Compares in constant time. */
function isEqual(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
