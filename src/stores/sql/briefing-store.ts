import type { Kysely } from 'kysely';
import type { Briefing, BriefingStore } from '../../core/news/briefing-store.ts';
import { isObject, parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

const KEY = ['platform', 'workspace', 'channel', 'person', 'topic'] as const;

/** Stores the last brief of each channel on each topic, one row each. */
export function createBriefingStore(database: Kysely<Schema>): BriefingStore {
  return {
    async last({ platform, workspace, channel, person, topic }) {
      const key = { platform, workspace, channel, person, topic };
      const query = database.selectFrom('briefings').select(['at', 'briefing']);
      const row = await query.where((where) => where.and(key)).executeTakeFirst();
      const stored = row && parseJsonColumn(row.briefing, isBriefing);
      return stored ? { ...stored, at: new Date(Number(row.at)) } : null;
    },
    async put({ platform, workspace, channel, person, topic }, { at, pending, shown }) {
      const row = { at: at.valueOf(), briefing: JSON.stringify({ pending, shown }) };
      await database
        .insertInto('briefings')
        .values({ platform, workspace, channel, person, topic, ...row })
        .onConflict((conflict) =>
          conflict.columns(KEY).doUpdateSet(row).where('briefings.at', '<=', at.valueOf()),
        )
        .execute();
    },
  };
}

function isBriefing(value: unknown): value is Omit<Briefing, 'at'> {
  return isObject(value) && [value.pending, value.shown].every(Array.isArray);
}
