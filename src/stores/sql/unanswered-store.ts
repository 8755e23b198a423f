import type { Kysely } from 'kysely';
import type { StoredAnswer } from '../../core/conversations/answer-store.ts';
import type { UnansweredQuestion, UnansweredStore } from '../../core/conversations/unanswered-store.ts';
import { isAnswer } from './answer-store.ts';
import { inWorkspace } from './conditions.ts';
import { parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Reads the answers that are marked as such. */
export function createUnansweredStore(database: Kysely<Schema>): UnansweredStore {
  return {
    async list(workspace, limit) {
      const answers = database.selectFrom('answers').select('answer').where(inWorkspace(workspace));
      const latest = answers.where('unanswered', '=', 1).orderBy('at', 'desc').orderBy('id').limit(limit);
      return (await latest.execute()).flatMap(
        ({ answer }) => toQuestion(parseJsonColumn(answer, isAnswer)) ?? [],
      );
    },
  };
}

function toQuestion(answer: StoredAnswer | null): UnansweredQuestion | null {
  if (answer?.reply.kind !== 'nothing' || answer.reply.question === null) return null;
  const { question, unknownWords } = answer.reply;
  return { channel: answer.audience.channel, question, unknownWords, at: answer.at };
}
