import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Workspace } from '../../core/store.ts';
import type { Schema } from './schema.ts';

/** The tables whose rows belong to a workspace. */
export type PlacedTable = Exclude<keyof Schema, 'documents' | 'starts' | 'schema_version'>;

/** The condition that a row belongs to a workspace; no row of people's doings is read or removed without it. */
export function inWorkspace({ platform, workspace }: Workspace) {
  return <T extends PlacedTable>(
    where: ExpressionBuilder<Schema, T>,
  ): ExpressionWrapper<Schema, T, SqlBool> => where.and({ platform, workspace } as never);
}
