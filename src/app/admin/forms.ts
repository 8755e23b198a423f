import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { EventStore } from '../../core/bot/event-store.ts';
import type { Message } from '../../core/replies/message.ts';
import { isEqual } from './tickets.ts';
import type { Manager } from './visitor.ts';

/** What a form that was sent led to; `repeated`: another process knows, or one that ended. */
export type Outcome = Message | 'repeated';

/** Makes forms that only the page of one visit can send, each with one effect. */
export interface Forms {
  /** What a form contains to be accepted; another one for each time that it is shown. */
  token(manager: Manager): string;
  accepts(manager: Manager, token: string): boolean;
  /** Carries out what a form asks for the first time that it is sent with these fields; then tells again what came of it. */
  once(manager: Manager, sent: URLSearchParams, act: () => Promise<Message>): Promise<Outcome>;
  /** What came of a form, by what its token is called in addresses; null if that isn't known any longer. */
  outcomeOf(manager: Manager, name: string): Promise<Outcome | null>;
}

/** What a token is called in addresses, which tell nobody the token itself. */
export function nameOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 16);
}

/** The names of fields that forms have. */
export const FIELD = { token: 'form', act: 'act' } as const;

const MOST_KEPT = 200; // outcomes

/** Creates forms. What they led to is kept in memory, that they were sent in the store, for all instances. */
export function createForms(events: EventStore, secret: string, now: () => Date): Forms {
  const outcomes = new Map<string, Promise<Outcome>>();
  const sign = ({ key }: Manager, nonce: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['admin form', key, nonce]))
      .digest('base64url');
  const keep = (key: string, outcome: Promise<Outcome>) => {
    outcomes.set(key, outcome);
    for (const oldest of [...outcomes.keys()].slice(0, -MOST_KEPT)) outcomes.delete(oldest);
    return outcome;
  };
  return {
    token(manager) {
      const nonce = randomBytes(12).toString('base64url');
      return `${nonce}.${sign(manager, nonce)}`;
    },
    accepts(manager, token) {
      const [nonce = '', given = ''] = token.split('.');
      return isEqual(given, sign(manager, nonce));
    },
    once(manager, sent, act) {
      const token = sent.get(FIELD.token) ?? '';
      const content = createHash('sha256').update(`${sent}`).digest('base64url');
      const known = outcomes.get(`${token} ${content}`);
      if (known) return known;
      const first = async () =>
        (await events.claim(manager.audience, `admin ${content}`, now())) ? act() : REPEATED;
      return keep(`${manager.key} ${nameOf(token)}`, keep(`${token} ${content}`, first()));
    },
    outcomeOf: async ({ key }, name) => (await outcomes.get(`${key} ${name}`)) ?? null,
  };
}

const REPEATED: Outcome = 'repeated';
