import type { webApi } from '@slack/bolt';
import { inTime } from './calls.ts';
import { codeOf } from './failures.ts';
import { LOOKED_UP_WITHIN } from './limits.ts';
import { type FailureReports, reportFailure } from './report-failure.ts';

const FRESH = 300_000; // milliseconds for which an answer is used
const SOON = 10_000; // milliseconds after which Slack is asked again if it did not answer
const MAX_KNOWN = 10_000; // people

/** What is asked about people. */
export interface PeopleOptions extends FailureReports {
  readonly client: webApi.WebClient;
  /** Ids of people whom the operator made managers. */
  readonly managers: ReadonlySet<string>;
  now(): Date;
}

/** What is known of the people who ask. */
export interface People {
  /** Whether a person is a manager: named by the operator, or an admin of the workspace. */
  isManager(user: string): Promise<boolean>;
  /** What Slack says of a person; null if it does not answer. */
  find(user: string): Promise<Person | null>;
}

/** A person as Slack knows one. */
export interface Person {
  readonly isAdmin: boolean;
  /** Somebody who was invited to some channels only. */
  readonly isGuest: boolean;
  readonly team: string | null;
  /** The organisation of an Enterprise Grid. */
  readonly enterprise: string | null;
}

/** Asks Slack about people, about each at most every five minutes. */
export function createPeople(options: PeopleOptions): People {
  const { client, managers, now } = options;
  const known = new Map<string, { readonly person: Person | null; readonly at: number }>();
  const find = async (user: string): Promise<Person | null> => {
    const at = now().valueOf();
    const before = known.get(user);
    if (before && at - before.at < FRESH) return before.person;
    const person = await askTwice(client, user).catch((cause) => {
      reportFailure(options, 'Could not check who is a Slack admin; only DOSSIER_MANAGERS applies.', cause);
      return null;
    });
    if (known.size > MAX_KNOWN) known.clear();
    known.set(user, { person, at: person ? at : at - FRESH + SOON });
    return person;
  };
  return {
    isManager: async (user) => managers.has(user) || ((await find(user))?.isAdmin ?? false),
    find,
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
  const { user: found } = await inTime(LOOKED_UP_WITHIN, () => client.users.info({ user }));
  return {
    isAdmin: found?.is_admin === true || found?.is_owner === true,
    isGuest: found?.is_restricted === true || found?.is_ultra_restricted === true,
    team: found?.team_id ?? null,
    enterprise: found?.enterprise_user?.enterprise_id ?? found?.enterprise_id ?? null,
  };
}
