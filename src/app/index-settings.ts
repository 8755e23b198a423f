import * as z from 'zod';
import { database } from './setting-values.ts';

/** Where the index and the texts are kept. */
export interface IndexSettings {
  /** `auto`: in memory while the corpus is small, else in the database that there is. */
  readonly place: 'auto' | 'memory' | 'sqlite' | 'postgres';
  /** A copy of the PostgreSQL database that is read instead of it; null if there is none. */
  readonly readUrl: string | null;
}

/** Settings of the index, as the environment has them. */
export const indexShape = {
  DATABASE_READ_URL: database,
  DOSSIER_INDEX: z
    .enum(['auto', 'memory', 'sqlite', 'postgres', ''], 'must be auto, memory, sqlite or postgres')
    .prefault('')
    .transform((place) => (place === '' ? 'auto' : place)),
};

interface IndexValues {
  readonly DOSSIER_INDEX: IndexSettings['place'];
  readonly DATABASE_URL: string | null;
  readonly DATABASE_READ_URL: string | null;
}

/** The settings of the index, of values that are right on their own. */
export function toIndex({
  DOSSIER_INDEX,
  DATABASE_READ_URL,
}: Pick<IndexValues, 'DOSSIER_INDEX' | 'DATABASE_READ_URL'>): IndexSettings {
  return { place: DOSSIER_INDEX, readUrl: DATABASE_READ_URL };
}

/** What does not go together. */
export function indexConflicts({ DOSSIER_INDEX, DATABASE_URL, DATABASE_READ_URL }: IndexValues): string[] {
  if (DATABASE_URL !== null) return [];
  return [
    ...(DOSSIER_INDEX === 'postgres' ? ['DOSSIER_INDEX cannot be postgres without DATABASE_URL'] : []),
    ...(DATABASE_READ_URL === null ? [] : ['DATABASE_READ_URL needs DATABASE_URL']),
  ];
}
