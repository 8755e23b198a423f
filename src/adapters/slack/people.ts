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

/** What is known of the people who ask. */
export interface People {
  /** Whether somebody may do what managers may: whom the operator named, and admins of the workspace. */
  isManager(user: string): Promise<boolean>;
  /** The workspace of somebody; null where it is not known. */
  teamOf(user: string): Promise<string | null>;
}

/** Asks Slack about people, each not more often than every five minutes. */
export function createPeople({ client, managers, now, report }: PeopleOptions): People {
  const known = new Map<string, Person & { readonly at: number }>();
  const find = async (user: string): Promise<Person> => {
    const at = now().valueOf();
    const before = known.get(user);
    if (before && at - before.at < FRESH) return before;
    const person = await ask(client, user).catch((cause) => {
      report(new Error('It could not be asked who is an admin; only DOSSIER_MANAGERS counts.', { cause }));
      return { admin: false, team: null };
    });
    if (known.size > 10_000) known.clear();
    known.set(user, { ...person, at });
    return person;
  };
  return {
    isManager: async (user) => managers.has(user) || (await find(user)).admin,
    teamOf: async (user) => (await find(user)).team,
  };
}

interface Person {
  readonly admin: boolean;
  readonly team: string | null;
}

async function ask(client: webApi.WebClient, user: string): Promise<Person> {
  const { user: found } = await patiently(() => client.users.info({ user }));
  return { admin: found?.is_admin === true || found?.is_owner === true, team: found?.team_id ?? null };
}
