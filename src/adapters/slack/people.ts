import type { webApi } from '@slack/bolt';
import { retryWhenLimited } from './calls.ts';
import { codeOf } from './failures.ts';

const FRESH = 300_000; // milliseconds for which an answer is used
const SOON = 10_000; // milliseconds after which Slack is asked again if it did not answer
const MAX_KNOWN = 10_000; // people

/** What is asked about people. */
export interface PeopleOptions {
  readonly client: webApi.WebClient;
  /** Ids of people whom the operator made managers. */
  readonly managers: ReadonlySet<string>;
  now(): Date;
  report(error: Error): void;
}

/** What is known of the people who ask. */
export interface People {
  /** Whether a person is a manager: named by the operator, or an admin of the workspace. */
  isManager(user: string): Promise<boolean>;
  /** The workspace of a person; null if it is not known. */
  teamOf(user: string): Promise<string | null>;
}

interface Person {
  readonly admin: boolean;
  readonly team: string | null;
}

const UNKNOWN: Person = { admin: false, team: null };

/** Asks Slack about people, about each at most every five minutes. */
export function createPeople({ client, managers, now, report }: PeopleOptions): People {
  const known = new Map<string, Person & { readonly at: number }>();
  const find = async (user: string): Promise<Person> => {
    const at = now().valueOf();
    const before = known.get(user);
    if (before && at - before.at < FRESH) return before;
    const person = await askTwice(client, user).catch((cause) => {
      report(new Error('Could not check who is a Slack admin; only DOSSIER_MANAGERS applies.', { cause }));
      return null;
    });
    if (known.size > MAX_KNOWN) known.clear();
    known.set(user, { ...(person ?? UNKNOWN), at: person ? at : at - FRESH + SOON });
    return person ?? UNKNOWN;
  };
  return {
    isManager: async (user) => managers.has(user) || (await find(user)).admin,
    teamOf: async (user) => (await find(user)).team,
  };
}

/** A connection that Slack has just closed fails at once; asking twice does no harm. */
async function askTwice(client: webApi.WebClient, user: string): Promise<Person> {
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
