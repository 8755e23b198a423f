import { existsSync } from 'node:fs';
import * as z from 'zod';
import type { PlatformDefinition, PlatformSettings, Variables } from '../core/bot/platform.ts';
import { optionalText, webAddress } from '../core/bot/settings.ts';
import { canonicalZone } from '../core/schedule/zone-names.ts';
import { UserError } from '../core/text/user-error.ts';
import type { AllowedHost } from '../fetchers/web/allowed-hosts.ts';
import {
  type BucketSettings,
  bucketConflicts,
  corpusFolder,
  corpusShape,
  toBucket,
} from './bucket-settings.ts';
import { type IndexSettings, indexConflicts, indexShape, toIndex } from './index-settings.ts';
import { LOG_LEVELS, type LogSettings } from './log/log.ts';
import { type MailboxSettings, mailboxConflicts, mailboxShape, toMailbox } from './mailbox-settings.ts';
import { PLATFORMS } from './platforms.ts';
import { database, days, fetchAllow, folder, managers, port, seconds } from './setting-values.ts';

/** The settings, loaded once at startup; `.env.example` explains each. */
export interface Config {
  /** The corpus folder; of a bucket, the folder that is kept like it. */
  readonly corpusDir: string;
  /** The bucket that holds the corpus; null if the folder itself is the corpus. */
  readonly bucket: BucketSettings | null;
  readonly dataDir: string;
  /** A PostgreSQL database; null if state is stored in the data directory. */
  readonly databaseUrl: string | null;
  /** Where the documents' index lives. */
  readonly index: IndexSettings;
  readonly colour: boolean;
  /** How many days conversations, answers and feedback are kept. */
  readonly retentionDays: number;
  /** Managers may see which questions found nothing. */
  readonly showsUnanswered: boolean;
  /** The people and roles that the operator made managers: their ids, by platform. */
  readonly managers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every platform in the order of the list, with its settings; null if it is not configured. */
  readonly platforms: readonly ConfiguredPlatform[];
  /** Null if nothing listens. */
  readonly server: ServerSettings | null;
  /** Where others reach the server. */
  readonly publicUrl: string | null;
  /** Signs links to pages; null for one of the data directory's own. */
  readonly secret: string | null;
  /** What whoever asks for the metrics has to send; null if only this machine may ask. */
  readonly metricsToken: string | null;
  readonly log: LogSettings;
  /** The time zone of digests that name none. */
  readonly timeZone: string;
  readonly digests: DigestSettings;
  /** The languages in which scans are read by OCR, for example `eng+fra`; null if they are not. */
  readonly ocr: string | null;
  /** Inner hosts that feeds may be fetched from. */
  readonly fetchAllow: readonly AllowedHost[];
  /** The mailbox that is read; null if none is. */
  readonly mailbox: MailboxSettings | null;
}

/** A platform with its settings. */
export interface ConfiguredPlatform {
  readonly platform: PlatformDefinition;
  readonly settings: PlatformSettings | null;
}

/** Where the HTTP server listens; `chosen` if that isn't the default port. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly chosen: boolean;
}

/** Who orders digests, and how they are timed; other times than the defaults only in tests. */
export interface DigestSettings {
  /** Narrows whom a platform lets order them; null if nothing does. */
  readonly orderers: 'managers' | null;
  readonly tickSeconds: number;
  readonly settleSeconds: number;
  readonly leaseSeconds: number;
  /** The file that sets the clock; null for the machine's clock. */
  readonly clockFile: string | null;
}

const FOR_TESTS = [
  ...['DOSSIER_TICK_SECONDS', 'DOSSIER_SETTLE_SECONDS', 'DOSSIER_LEASE_SECONDS', 'DOSSIER_CLOCK_FILE'],
] as const;

const shared = z.object({
  ...corpusShape,
  DOSSIER_DATA_DIR: folder('./data'),
  DATABASE_URL: database,
  ...indexShape,
  DOSSIER_RETENTION_DAYS: days(90),
  DOSSIER_UNANSWERED: z.enum(['off', ''], 'must be off, or left out').prefault(''),
  DOSSIER_TIMEZONE: optionalText.refine(
    (zone) => zone === null || canonicalZone(zone) !== null,
    'must be a time zone like Europe/London',
  ),
  DOSSIER_MANAGERS: managers,
  DOSSIER_DIGESTS: z
    .enum(['managers', ''], 'must be managers, or left out')
    .prefault('')
    .transform((value) => (value === '' ? null : value)),
  DOSSIER_OCR: optionalText.refine(
    (codes) => codes === null || /^[a-z_]{3,12}(?:\+[a-z_]{3,12}){0,5}$/.test(codes),
    'must be languages like eng+fra',
  ),
  DOSSIER_FETCH_ALLOW: fetchAllow,
  ...mailboxShape,
  PORT: port,
  HOST: z.string().trim().prefault(''),
  PUBLIC_URL: webAddress,
  DOSSIER_SECRET: optionalText.refine(
    (secret) => secret === null || secret.length >= 16,
    'must have at least 16 characters',
  ),
  DOSSIER_METRICS_TOKEN: optionalText.refine(
    (token) => token === null || token.length >= 16,
    'must have at least 16 characters',
  ),
  LOG_LEVEL: z
    .enum([...LOG_LEVELS, ''], `must be ${LOG_LEVELS.join(', ')}`)
    .prefault('')
    .transform((level) => (level === '' ? 'info' : level)),
  NO_COLOR: z.string().prefault(''),
  DOSSIER_TICK_SECONDS: seconds(60),
  DOSSIER_SETTLE_SECONDS: seconds(3600),
  DOSSIER_LEASE_SECONDS: seconds(3600),
  DOSSIER_CLOCK_FILE: optionalText,
});

type Shared = z.infer<typeof shared>;

/** The environment variables that a Dossier with these platforms understands. */
export function variablesOf(platforms: readonly PlatformDefinition[] = PLATFORMS): readonly string[] {
  return [...Object.keys(shared.shape), ...platforms.flatMap(({ settings }) => settings.variables)];
}

/** Loads the settings from the environment and from `.env` in the working directory; reports every problem at once. */
export function loadConfig(
  environment: Variables = environmentVariables(),
  platforms: readonly PlatformDefinition[] = PLATFORMS,
): Config {
  const problems: string[] = [];
  const values = parse(shared, environment, problems);
  const configured = platforms.map((platform) => ({
    platform,
    settings: parse(platform.settings.schema, environment, problems) ?? null,
  }));
  if (values) problems.push(...conflicts(values, configured));
  if (values && problems.length === 0) return toConfig(values, configured, secretsIn(environment));
  throw new UserError(`${problems.join('; ')}. See .env.example.`, { code: 'invalid-settings' });
}

/** The environment variables of this process, those of `.env` included. */
export function environmentVariables(): Variables {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'; // it is about versions to come
  return process.env;
}

/** Undefined, and the problems noted, if a value is wrong. */
function parse<T>(schema: z.ZodType<T>, environment: Variables, problems: string[]): T | undefined {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) problems.push(`${path.join('.')} ${message}`);
  return undefined;
}

/** Settings that are right on their own but don't go together. */
function conflicts(values: Shared, platforms: readonly ConfiguredPlatform[]): string[] {
  const inUse = platforms.filter(({ platform, settings }) => settings !== null && !platform.local);
  const allLocal = inUse.every(({ settings }) => settings?.api && isLoopback(settings.api));
  const forTests = FOR_TESTS.filter((name) => values[name] !== null && !allLocal);
  const waiting = platforms.find(({ platform, settings }) => settings && platform.needsServer?.(settings));
  return [
    ...forTests.map((name) => `${name} is for tests only and needs every platform’s API on this machine`),
    ...mailboxConflicts(values),
    ...indexConflicts(values),
    ...bucketConflicts(values),
    ...(waiting && values.PORT === 'off'
      ? [`PORT cannot be off if ${waiting.platform.title} sends events over HTTP`]
      : []),
  ];
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

function isLoopback(url: string): boolean {
  return LOOPBACK.test(new URL(url).hostname);
}

/** The values of variables that are called secrets, whatever platform they belong to. */
function secretsIn(environment: Variables): string[] {
  const named = Object.entries(environment).filter(([name]) =>
    /(?:TOKEN|SECRET|PASSWORD|SMTP_URL|ACCESS_KEY|ACCESS_KEY_ID)$/.test(name),
  );
  return named.flatMap(([, value]) => (value === undefined || value.trim() === '' ? [] : [value.trim()]));
}

function toConfig(
  values: Shared,
  platforms: readonly ConfiguredPlatform[],
  secrets: readonly string[],
): Config {
  return {
    corpusDir: corpusFolder(values),
    bucket: toBucket(values),
    dataDir: values.DOSSIER_DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    index: toIndex(values),
    colour: values.NO_COLOR === '',
    retentionDays: values.DOSSIER_RETENTION_DAYS,
    showsUnanswered: values.DOSSIER_UNANSWERED !== 'off',
    managers: values.DOSSIER_MANAGERS,
    platforms,
    server: toServer(values),
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    secret: values.DOSSIER_SECRET,
    metricsToken: values.DOSSIER_METRICS_TOKEN,
    log: { level: values.LOG_LEVEL, secrets },
    ocr: values.DOSSIER_OCR,
    fetchAllow: values.DOSSIER_FETCH_ALLOW,
    mailbox: toMailbox(values),
    timeZone: canonicalZone(values.DOSSIER_TIMEZONE ?? machineZone()) ?? 'UTC',
    digests: {
      orderers: values.DOSSIER_DIGESTS,
      tickSeconds: values.DOSSIER_TICK_SECONDS ?? 60,
      settleSeconds: values.DOSSIER_SETTLE_SECONDS ?? 60,
      leaseSeconds: values.DOSSIER_LEASE_SECONDS ?? 60,
      clockFile: values.DOSSIER_CLOCK_FILE,
    },
  };
}

function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const DEFAULT_SERVER = { host: '127.0.0.1', port: 3000 };

function toServer({ PORT, HOST }: Shared): ServerSettings | null {
  if (PORT === 'off') return null;
  const host = HOST || DEFAULT_SERVER.host;
  return PORT === ''
    ? { host, port: DEFAULT_SERVER.port, chosen: false }
    : { host, port: Number(PORT), chosen: true };
}
