import type { webApi } from '@slack/bolt';
import { patiently } from './calls.ts';

const FRESH = 300_000; // milliseconds for which it is known whether somebody is an admin

/** What is asked of people. */
export interface PeopleOptions {
  readonly client: webApi.WebClient;
  /** People whom the operator named. */
  readonly managers: ReadonlySet<string>;
  now(): Date;
  report(error: Error): void;
}

/** Says whether somebody may do what managers may: whom the operator named, and admins of the workspace. */
export function createManagers({
  client,
  managers,
  now,
  report,
}: PeopleOptions): (user: string) => Promise<boolean> {
  const known = new Map<string, { readonly admin: boolean; readonly at: number }>();
  return async (user) => {
    if (managers.has(user)) return true;
    const at = now().valueOf();
    const before = known.get(user);
    if (before && at - before.at < FRESH) return before.admin;
    const admin = await isAdmin(client, user).catch((cause) => {
      report(new Error('It could not be asked who is an admin; only DOSSIER_MANAGERS counts.', { cause }));
      return false;
    });
    if (known.size > 10_000) known.clear();
    known.set(user, { admin, at });
    return admin;
  };
}

async function isAdmin(client: webApi.WebClient, user: string): Promise<boolean> {
  const { user: found } = await patiently(() => client.users.info({ user }));
  return found?.is_admin === true || found?.is_owner === true;
}
