import type { Kysely } from 'kysely';
import type { Feedback, FeedbackStore } from '../../core/bot/feedback-store.ts';
import { inWorkspace } from './conditions.ts';
import { isObject, parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Stores feedback, one row each. */
export function createFeedbackStore(database: Kysely<Schema>): FeedbackStore {
  return {
    async add(feedback) {
      const { platform, workspace, channel, user } = feedback.audience;
      const row = { channel, person: user, at: feedback.at.valueOf(), feedback: JSON.stringify(feedback) };
      await database
        .insertInto('feedback')
        .values({ platform, workspace, ...row })
        .execute();
    },
    async list(workspace, limit) {
      const query = database.selectFrom('feedback').select('feedback').where(inWorkspace(workspace));
      const rows = await query.orderBy('at', 'desc').limit(limit).execute();
      return rows.flatMap(({ feedback }) => parseJsonColumn(feedback, isFeedback) ?? []);
    },
  };
}

function isFeedback(value: unknown): value is Feedback {
  return isObject(value) && isObject(value.audience) && value.at instanceof Date;
}
