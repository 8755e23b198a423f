import { isForwarded } from '../../adapters/web/page-response.ts';
import type { Audience } from '../../core/library/audience.ts';
import type { Tickets } from './tickets.ts';

/** The manager who looks at the page. */
export interface Manager {
  readonly audience: Audience;
  /** Tells this visit from others: its forms are signed with it. */
  readonly key: string;
  /** When the visit ends; null if it doesn't. */
  readonly until: Date | null;
}

/** How the page tells who looks at it. */
export interface VisitorOptions {
  readonly tickets: Tickets;
  /** The person at this machine; null where others reach the server. */
  readonly local: Audience | null;
  /** The cookie of a session. */
  readonly cookie: string;
}

/** Returns the manager that a request comes from; null for anybody else. */
export function visitorOf(request: Request, { tickets, local, cookie }: VisitorOptions): Manager | null {
  if (local) return isForwarded(request) ? null : { audience: local, key: 'local', until: null };
  const value = cookieOf(request, cookie);
  const session = value === null ? null : tickets.check('session', value);
  if (value === null || !session) return null;
  const audience = { ...session.person, channel: '', private: true, local: false };
  return { audience, key: value, until: session.until };
}

function cookieOf({ headers }: Request, name: string): string | null {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? [];
  return cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
