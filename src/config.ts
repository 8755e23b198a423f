import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { UserError } from './core/errors.ts';

/** The settings, read once at the start; `.env.example` explains each. */
export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly colour: boolean;
  /** How long conversations, answers and feedback are kept. */
  readonly retentionDays: number;
  /** Who may do what managers may, by platform: ids of people or roles. */
  readonly managers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Null where the platform is not to run. */
  readonly discord: DiscordSettings | null;
}

/** How Discord is reached; `.env.example` explains each. */
export interface DiscordSettings {
  readonly token: string;
  readonly api: string | null;
  readonly guildId: string | null;
  readonly messageContent: boolean;
}

const folder = (fallback: string) =>
  z
    .string()
    .trim()
    .transform((path) => resolve(path === '' ? fallback : path))
    .refine((path) => !path.includes('\0'), 'is not a path')
    .prefault(fallback);

const days = z.coerce
  .number('is not a number of days')
  .int('is not a whole number of days')
  .min(1, 'is less than a day')
  .max(36_500, 'is more than a hundred years');

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? null : value))
  .prefault('');

const MANAGER = /^[a-z]+:[\w@-]+$/;

const managers = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  )
  .refine((list) => list.every((each) => MANAGER.test(each)), 'must be a list like discord:123, discord:456')
  .prefault('');

const address = optional.refine(
  (value) => value === null || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
  'is not an http or https address',
);

const settings = z.object({
  DOSSIER_CORPUS_DIR: folder('./corpus'),
  DOSSIER_DATA_DIR: folder('./data'),
  DOSSIER_RETENTION_DAYS: z.preprocess((value) => (value === '' ? undefined : value), days.default(90)),
  DOSSIER_MANAGERS: managers,
  DISCORD_TOKEN: optional,
  DISCORD_API_URL: address,
  DISCORD_GUILD_ID: optional.refine(
    (id) => id === null || /^\d{1,20}$/.test(id),
    'is not the id of a server',
  ),
  DISCORD_MESSAGE_CONTENT: z.enum(['true', 'false', ''], 'must be true or false').prefault(''),
  NO_COLOR: z.string().prefault(''),
});

/** Reads the settings from the environment, `.env` of the working directory included; every problem is reported at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  const result = settings.safeParse(environment);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new UserError(`${problems.join('; ')}. See .env.example.`, { code: 'invalid-settings' });
  }
  const { DOSSIER_CORPUS_DIR: corpusDir, DOSSIER_DATA_DIR: dataDir, NO_COLOR } = result.data;
  return {
    ...{ corpusDir, dataDir, colour: NO_COLOR === '' },
    retentionDays: result.data.DOSSIER_RETENTION_DAYS,
    managers: byPlatform(result.data.DOSSIER_MANAGERS),
    discord: discordSettings(result.data),
  };
}

function byPlatform(list: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const each of list) {
    const [platform = '', id = ''] = each.split(':');
    found.set(platform, (found.get(platform) ?? new Set()).add(id));
  }
  return found;
}

function discordSettings(given: z.infer<typeof settings>): DiscordSettings | null {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api, DISCORD_GUILD_ID: guildId } = given;
  if (token === null) return null;
  return {
    token,
    api: api?.replace(/\/+$/, '') ?? null,
    guildId,
    messageContent: given.DISCORD_MESSAGE_CONTENT === 'true',
  };
}
