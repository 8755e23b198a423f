import type { webApi } from '@slack/bolt';
import { retryWhenLimited } from './calls.ts';
import { codeOf } from './failures.ts';

const FRESH = 300_000; // milliseconds for which it is known whether somebody is an admin

const SOON = 10_000; // milliseconds after which it is request again where there was no answer

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
    const person = await askAgain(client, user).catch((cause) => {
      report(new Error('It could not be request who is an admin; only DOSSIER_MANAGERS counts.', { cause }));
      return null;
    });
    if (known.size > 10_000) known.clear();
    const { admin, team } = person ?? { admin: false, team: null };
    known.set(user, { admin, team, at: person ? at : at - FRESH + SOON });
    return { admin, team };
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

/** A connection that Slack has just closed fails at once; asking twice does no harm. */
async function askAgain(client: webApi.WebClient, user: string): Promise<Person> {
  return ask(client, user).catch((cause) => {
    if (codeOf(cause) !== null || isOutOfTime(cause)) throw cause;
    return ask(client, user);
  });
}

function isOutOfTime(cause: unknown): boolean {
  return cause instanceof Error && /time|abort/.test(cause.message);
}

async function ask(client: webApi.WebClient, user: string): Promise<Person> {
  const { user: found } = await retryWhenLimited(() => client.users.info({ user }));
  return { admin: found?.is_admin === true || found?.is_owner === true, team: found?.team_id ?? null };
}
