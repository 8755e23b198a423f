import { existsSync } from 'node:fs';
import * as z from 'zod';
import { canonicalZone } from '../core/schedule/zone-names.ts';
import { UserError } from '../core/text/user-error.ts';
import { address, database, days, folder, managers, optional, seconds, yesOrNo } from './setting-values.ts';

/** The settings, read once at the start; `.env.example` explains each. */
export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  /** A PostgreSQL database; null where what must be remembered is kept in the data directory. */
  readonly databaseUrl: string | null;
  readonly colour: boolean;
  /** How long conversations, answers and feedback are kept. */
  readonly retentionDays: number;
  /** Who may do what managers may, by platform: ids of people or roles. */
  readonly managers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Null where the platform is not to run. */
  readonly discord: DiscordSettings | null;
  readonly slack: SlackSettings | null;
  /** Null where nothing is to listen; `chosen`: not the default. */
  readonly server: { readonly host: string; readonly port: number; readonly chosen: boolean } | null;
  readonly commandPrefix: string;
  /** Where others reach the server. */
  readonly publicUrl: string | null;
  /** The time zone of digests that name none. */
  readonly timeZone: string;
  readonly digests: DigestSettings;
}

/** How digests are timed; other than usual only in tests. */
export interface DigestSettings {
  readonly tickSeconds: number;
  readonly settleSeconds: number;
  readonly leaseSeconds: number;
  /** The file that sets the clock; null: the machine's clock. */
  readonly clockFile: string | null;
}

/** How Slack is reached: over a socket with the app's token, or over HTTP with the signing secret. */
export interface SlackSettings {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly api: string | null;
  readonly prefix: string;
  readonly allowExternal: boolean;
}

/** How Discord is reached; `.env.example` explains each. */
export interface DiscordSettings {
  readonly token: string;
  readonly api: string | null;
  readonly guildId: string | null;
  readonly messageContent: boolean;
}

const FOR_TESTS = [
  ...['DOSSIER_TICK_SECONDS', 'DOSSIER_SETTLE_SECONDS', 'DOSSIER_LEASE_SECONDS', 'DOSSIER_CLOCK_FILE'],
] as const;

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Says whether every platform that is in use has its API on this machine. */
function isLocal(given: Readonly<Record<string, unknown>>): boolean {
  const inUse = [
    ...(given.DISCORD_TOKEN === null ? [] : [given.DISCORD_API_URL]),
    ...(given.SLACK_BOT_TOKEN === null ? [] : [given.SLACK_API_URL]),
  ];
  return inUse.every((url) => typeof url === 'string' && LOOPBACK.test(new URL(url).hostname));
}

const settings = z
  .object({
    DOSSIER_CORPUS_DIR: folder('./corpus'),
    DOSSIER_DATA_DIR: folder('./data'),
    DATABASE_URL: database,
    DOSSIER_RETENTION_DAYS: z.preprocess((value) => (value === '' ? undefined : value), days.default(90)),
    DOSSIER_MANAGERS: managers,
    DISCORD_TOKEN: optional.refine(
      (token) => token === null || /^(?:Bot )?[!-~]+$/.test(token),
      'is not a token; copy it again, without spaces or line breaks',
    ),
    DISCORD_API_URL: address,
    DISCORD_GUILD_ID: optional.refine(
      (id) => id === null || /^\d{1,20}$/.test(id),
      'is not the id of a server',
    ),
    DISCORD_MESSAGE_CONTENT: yesOrNo,
    SLACK_BOT_TOKEN: optional,
    SLACK_APP_TOKEN: optional,
    SLACK_SIGNING_SECRET: optional,
    SLACK_API_URL: address,
    SLACK_COMMAND_PREFIX: z
      .string()
      .trim()
      .regex(/^[a-z0-9_-]{0,20}$/, 'may hold small letters, digits and hyphens')
      .prefault(''),
    SLACK_ALLOW_EXTERNAL: yesOrNo,
    PORT: z
      .string()
      .trim()
      .regex(/^(?:off|\d{1,5}|)$/, 'is not a port, nor off')
      .prefault(''),
    HOST: z.string().trim().prefault(''),
    PUBLIC_URL: address,
    NO_COLOR: z.string().prefault(''),
    DOSSIER_TIMEZONE: optional.refine(
      (zone) => zone === null || canonicalZone(zone) !== null,
      'is not a time zone like Europe/London',
    ),
    DOSSIER_TICK_SECONDS: seconds(60),
    DOSSIER_SETTLE_SECONDS: seconds(3600),
    DOSSIER_LEASE_SECONDS: seconds(3600),
    DOSSIER_CLOCK_FILE: optional,
  })
  .superRefine((given, context) => {
    for (const name of FOR_TESTS)
      if (given[name] !== null && !isLocal(given))
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is for tests alone, with every platform’s API on this machine',
        });
  })
  .refine(
    ({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret }) =>
      bot === null || app !== null || secret !== null,
    { path: ['SLACK_BOT_TOKEN'], message: 'needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET beside it' },
  )
  .refine(
    ({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, PORT }) => bot === null || app !== null || PORT !== 'off',
    {
      path: ['PORT'],
      message: 'may not be off where Slack sends over HTTP',
    },
  );

/** Reads the settings from the environment, `.env` of the working directory included; every problem is reported at once. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  const result = settings.safeParse(environment);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new UserError(`${problems.join('; ')}. See .env.example.`, { code: 'invalid-settings' });
  }
  const { DOSSIER_CORPUS_DIR: corpusDir, DOSSIER_DATA_DIR: dataDir, NO_COLOR } = result.data;
  return {
    ...{ corpusDir, dataDir, colour: NO_COLOR === '' },
    databaseUrl: result.data.DATABASE_URL,
    retentionDays: result.data.DOSSIER_RETENTION_DAYS,
    managers: byPlatform(result.data.DOSSIER_MANAGERS),
    discord: discordSettings(result.data),
    slack: slackSettings(result.data),
    server: serverSettings(result.data),
    commandPrefix: result.data.SLACK_COMMAND_PREFIX,
    publicUrl: result.data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    timeZone: canonicalZone(result.data.DOSSIER_TIMEZONE ?? machineZone()) ?? 'UTC',
    digests: digestSettings(result.data),
  };
}

function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function digestSettings(given: z.infer<typeof settings>): DigestSettings {
  return {
    tickSeconds: given.DOSSIER_TICK_SECONDS ?? 60,
    settleSeconds: given.DOSSIER_SETTLE_SECONDS ?? 60,
    leaseSeconds: given.DOSSIER_LEASE_SECONDS ?? 60,
    clockFile: given.DOSSIER_CLOCK_FILE,
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

function slackSettings(given: z.infer<typeof settings>): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (botToken === null) return null;
  return {
    ...{ botToken, appToken, signingSecret, api: given.SLACK_API_URL },
    prefix: given.SLACK_COMMAND_PREFIX,
    allowExternal: given.SLACK_ALLOW_EXTERNAL === 'true',
  };
}

const SERVER = { host: '127.0.0.1', port: 3000 };

function serverSettings({ PORT, HOST }: z.infer<typeof settings>): Config['server'] {
  if (PORT === 'off') return null;
  return { host: HOST || SERVER.host, port: PORT === '' ? SERVER.port : Number(PORT), chosen: PORT !== '' };
}
