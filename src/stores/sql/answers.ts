import type { Kysely } from 'kysely';
import type { AnswerStore, StoredAnswer } from '../../core/store.ts';
import { inWorkspace } from './in-workspace.ts';
import { readJson } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Answers as rows. */
export function createAnswerStore(database: Kysely<Schema>): AnswerStore {
  const read = ({ answer }: { answer: string }) => readJson<StoredAnswer>(answer);
  return {
    async put(answer) {
      const { id, conversation, at } = answer;
      const { platform, workspace, channel, user } = answer.reader;
      const row = { conversation, channel, person: user, at: at.valueOf(), answer: JSON.stringify(answer) };
      await database
        .insertInto('answers')
        .values({ platform, workspace, id, ...row })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'id']).doUpdateSet(row))
        .execute();
    },
    async get(workspace, id) {
      const query = database.selectFrom('answers').select('answer').where(inWorkspace(workspace));
      const row = await query.where('id', '=', id).executeTakeFirst();
      return row ? read(row) : null;
    },
    async list(workspace, conversation, { user, limit }) {
      const all = database.selectFrom('answers').select('answer').where(inWorkspace(workspace));
      const here = all.where('conversation', '=', conversation);
      const wanted = user === undefined ? here : here.where('person', '=', user);
      const rows = await wanted.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.flatMap((row) => read(row) ?? []);
    },
  };
}
