import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Workspace } from '../../core/library/audience.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';
import type { Schema } from './schema.ts';

/** The tables whose rows belong to a workspace. */
export type PlacedTable = Exclude<
  keyof Schema,
  'documents' | 'revisions' | 'starts' | 'source_items' | 'schema_version'
>;

type LedgerTable = 'subscriptions' | 'editions';

/** The condition that a row belongs to a workspace; no row about people is read or removed without it. */
export function inWorkspace({ platform, workspace }: Workspace) {
  return <T extends PlacedTable>(
    where: ExpressionBuilder<Schema, T>,
  ): ExpressionWrapper<Schema, T, SqlBool> => where.and({ platform, workspace } as never);
}

/** The condition that a row belongs to a channel. */
export function inChannel({ platform, workspace, channel }: ChannelAddress) {
  return <T extends LedgerTable>(
    where: ExpressionBuilder<Schema, T>,
  ): ExpressionWrapper<Schema, T, SqlBool> => where.and({ platform, workspace, channel } as never);
}

/** The condition that a row belongs to one of these platforms, for work across all workspaces. */
export function onPlatforms(platforms: readonly string[]) {
  return <T extends LedgerTable>(
    where: ExpressionBuilder<Schema, T>,
  ): ExpressionWrapper<Schema, T, SqlBool> =>
    where.or(platforms.map((platform) => where.and({ platform } as never)));
}
