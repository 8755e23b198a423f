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

const settings = z.object({
  DOSSIER_CORPUS_DIR: folder('./corpus'),
  DOSSIER_DATA_DIR: folder('./data'),
  DOSSIER_RETENTION_DAYS: z.preprocess((value) => (value === '' ? undefined : value), days.default(90)),
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
  const retentionDays = result.data.DOSSIER_RETENTION_DAYS;
  return { corpusDir, dataDir, colour: NO_COLOR === '', retentionDays };
}
