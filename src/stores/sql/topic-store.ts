import type { Kysely } from 'kysely';
import type { Topic } from '../../core/library/topics/topic.ts';
import type { TopicStore } from '../../core/library/topics/topic-store.ts';
import { inWorkspace } from './conditions.ts';
import { isObject, parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Stores topics added in chat, one row each. */
export function createTopicStore(database: Kysely<Schema>): TopicStore {
  return {
    async list(workspace) {
      const query = database.selectFrom('topics').select('topic').where(inWorkspace(workspace));
      const topics = (await query.execute()).flatMap(({ topic }) => parseJsonColumn(topic, isTopic) ?? []);
      return topics.sort((a, b) => (a.name < b.name ? -1 : 1)); // databases differ in how they sort text
    },
    async put({ platform, workspace }, topic, { user, at }) {
      const row = { person: user, at: at.valueOf(), topic: JSON.stringify(topic) };
      await database
        .insertInto('topics')
        .values({ platform, workspace, name: topic.name, ...row })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'name']).doUpdateSet(row))
        .execute();
    },
    async remove(workspace, name) {
      const query = database.deleteFrom('topics').where(inWorkspace(workspace)).where('name', '=', name);
      const { numDeletedRows } = await query.executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function isTopic(value: unknown): value is Topic {
  if (!isObject(value)) return false;
  const { name, title, query, collections, synonyms, aspects } = value;
  return (
    [name, title, query].every((text) => typeof text === 'string') &&
    [synonyms, aspects, collections ?? []].every(Array.isArray)
  );
}
