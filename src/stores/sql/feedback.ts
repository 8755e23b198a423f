import type { Kysely } from 'kysely';
import type { Feedback, FeedbackStore } from '../../core/bot/feedback-store.ts';
import { inWorkspace } from './in-workspace.ts';
import { isObject, readJson } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Feedback as rows. */
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
      return rows.flatMap(({ feedback }) => readJson(feedback, isFeedback) ?? []);
    },
  };
}

function isFeedback(value: unknown): value is Feedback {
  return isObject(value) && isObject(value.audience) && value.at instanceof Date;
}
