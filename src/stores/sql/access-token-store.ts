import type { Kysely, Selectable } from 'kysely';
import type { AccessToken, AccessTokenStore } from '../../core/bot/access-token.ts';
import { toDate } from './instant.ts';
import type { Schema } from './schema.ts';

/** Stores access tokens, one row each. They are looked up by their hash, and listed for the operator across workspaces. */
export function createAccessTokenStore(database: Kysely<Schema>): AccessTokenStore {
  return {
    async add({ name, hash, channel: { platform, workspace, channel }, made, expires }) {
      const row = { name, hash, platform, workspace, channel, at: made.valueOf() };
      const insert = database
        .insertInto('access_tokens')
        .values({ ...row, expires: expires?.valueOf() ?? null })
        .onConflict((conflict) => conflict.doNothing());
      return ((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async find(hash) {
      const query = database.selectFrom('access_tokens').selectAll().where('hash', '=', hash);
      const row = await query.executeTakeFirst();
      return row ? toToken(row) : null;
    },
    async list() {
      const rows = await database.selectFrom('access_tokens').selectAll().execute();
      return rows.map(toToken).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async remove(name) {
      const query = database.deleteFrom('access_tokens').where('name', '=', name);
      return (await query.executeTakeFirst()).numDeletedRows > 0n;
    },
  };
}

function toToken(row: Selectable<Schema['access_tokens']>): AccessToken {
  const { name, hash, platform, workspace, channel, at, expires } = row;
  const address = { platform, workspace, channel };
  return { name, hash, channel: address, made: new Date(at), expires: toDate(expires) };
}
