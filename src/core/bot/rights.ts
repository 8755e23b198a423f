import { UserError } from '../text/user-error.ts';
import type { Ordering, Rights } from './invocation.ts';

/** Throws a UserError unless a manager asks; `what` completes "Only managers can". */
export function requireManager({ manager }: Rights, what: string): void {
  if (!manager) throw notAllowed(`Only managers can ${what}. Ask a manager or your administrator.`);
}

/** Throws a UserError unless the person may order digests where they ask; `what` completes "Only managers can". */
export async function requireOrderer(rights: Rights, what: string): Promise<Ordering | null> {
  const ordering = (await rights.ordering?.()) ?? null;
  if (ordering === null) requireManager(rights, what);
  else if (!rights.manager && !ordering.mayOrder)
    throw notAllowed(`Only ${ordering.orderers} can ${what}. Ask one of them.`);
  return ordering;
}

/** The same for an order that leads to posts: a UserError also if none would arrive. Returns what to know about them. */
export async function requirePosts(rights: Rights, what: string): Promise<string | null> {
  const ordering = await requireOrderer(rights, what);
  if (ordering?.hindrance) throw new UserError(ordering.hindrance, { code: 'cannot-post' });
  return ordering?.caution ?? null;
}

function notAllowed(message: string): UserError {
  return new UserError(message, { code: 'not-allowed' });
}
