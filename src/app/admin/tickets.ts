import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Audience } from '../../core/library/audience.ts';

/** A manager of one workspace. */
export type Person = Pick<Audience, 'platform' | 'workspace' | 'user'>;

/** What a ticket is good for: opening the page once, or being there. */
export type Purpose = 'link' | 'session';

/** A ticket that is valid. */
export interface Ticket {
  readonly person: Person;
  /** Tells it from every other. */
  readonly id: string;
  readonly until: Date;
}

/** Issues tickets that nobody can forge or change, and checks those that come back. */
export interface Tickets {
  issue(purpose: Purpose, person: Person): string;
  /** Null if it was forged, changed, made for something else, or is too old. */
  check(purpose: Purpose, ticket: string): Ticket | null;
}

/** How long tickets are valid, in minutes. */
export const LASTS: Readonly<Record<Purpose, number>> = { link: 10, session: 60 };

const MINUTE = 60_000; // milliseconds

const content = z.tuple([z.string(), z.string(), z.string(), z.string(), z.number()]);

/** Creates tickets on a secret that nobody else knows. */
export function createTickets({ secret, now }: { readonly secret: string; now(): Date }): Tickets {
  const sign = (purpose: Purpose, packed: string) =>
    createHmac('sha256', secret).update(`admin ${purpose} ${packed}`).digest('base64url');
  return {
    issue(purpose, { platform, workspace, user }) {
      const until = now().valueOf() + LASTS[purpose] * MINUTE;
      const id = randomBytes(12).toString('base64url');
      const packed = Buffer.from(JSON.stringify([platform, workspace, user, id, until])).toString(
        'base64url',
      );
      return `${packed}.${sign(purpose, packed)}`;
    },
    check(purpose, ticket) {
      const [packed = '', given = ''] = ticket.split('.');
      if (!isEqual(given, sign(purpose, packed))) return null;
      const [platform, workspace, user, id, until] = content.parse(
        JSON.parse(Buffer.from(packed, 'base64url').toString()),
      );
      return until < now().valueOf()
        ? null
        : { person: { platform, workspace, user }, id, until: new Date(until) };
    },
  };
}

/** Compares in constant time. */
export function isEqual(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
