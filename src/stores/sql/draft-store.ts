import type { Kysely } from 'kysely';
import type { DraftContent, DraftStore } from '../../core/collecting/draft-store.ts';
import { inWorkspace } from './conditions.ts';
import { isObject, parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

const DAY = 86_400_000; // milliseconds
const MOST = 20; // drafts of one workspace

/** Stores drafts as JSON, with the bytes of files in base64. */
export function createDraftStore(database: Kysely<Schema>): DraftStore {
  return {
    put: ({ id, by, at, content }) =>
      database.transaction().execute(async (transaction) => {
        const { platform, workspace, user } = by;
        const old = at.valueOf() - DAY;
        await transaction.deleteFrom('drafts').where('at', '<', old).execute();
        const kept = transaction.selectFrom('drafts').select('id').where(inWorkspace(by));
        const over = await kept
          .orderBy('at', 'desc')
          .orderBy('id')
          .offset(MOST - 1)
          .limit(MOST)
          .execute();
        for (const each of over) await transaction.deleteFrom('drafts').where('id', '=', each.id).execute();
        const row = { id, platform, workspace, person: user, at: at.valueOf(), content: pack(content) };
        const insert = transaction.insertInto('drafts').values(row);
        await insert.onConflict((conflict) => conflict.column('id').doNothing()).execute();
      }),
    async find(id, place) {
      const query = database.selectFrom('drafts').selectAll().where('id', '=', id);
      const row = await query.where(inWorkspace(place)).executeTakeFirst();
      const content = row ? unpack(row.content) : null;
      if (!row || !content) return null;
      const { platform, workspace, person: user, at } = row;
      return { id, by: { platform, workspace, user }, at: new Date(at), content };
    },
    async remove(id) {
      await database.deleteFrom('drafts').where('id', '=', id).execute();
    },
  };
}

function pack(content: DraftContent): string {
  if (content.kind !== 'document') return JSON.stringify(content);
  return JSON.stringify({ ...content, bytes: Buffer.from(content.bytes).toString('base64') });
}

function unpack(text: string): DraftContent | null {
  const packed = parseJsonColumn(text, isPacked);
  if (packed === null || packed.kind !== 'document') return packed;
  return { ...packed, bytes: Buffer.from(packed.bytes, 'base64') };
}

type Packed =
  | Exclude<DraftContent, { kind: 'document' }>
  | (Omit<Extract<DraftContent, { kind: 'document' }>, 'bytes'> & { readonly bytes: string });

function isPacked(value: unknown): value is Packed {
  return isObject(value) && typeof value.kind === 'string';
}
