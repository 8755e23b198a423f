import type { Kysely, Transaction } from 'kysely';
import type { AnswerStore, StoredAnswer } from '../../core/conversations/answer-store.ts';
import { documentsWorded, withoutWordings } from '../../core/conversations/sealing.ts';
import type { FindPresent } from '../../core/library/find-present.ts';
import { inWorkspace } from './conditions.ts';
import { isObject, parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Stores answers, one row each. */
export function createAnswerStore(database: Kysely<Schema>): AnswerStore {
  return {
    put: (answer) =>
      database.transaction().execute(async (transaction) => {
        const { id, conversation, audience } = answer;
        const { platform, workspace, channel, user } = audience;
        const at = Math.max(answer.at.valueOf(), 1 + (await newestAt(transaction, answer)));
        const unanswered = isUnanswered(answer) ? 1 : 0;
        const row = { conversation, channel, person: user, at, unanswered, answer: JSON.stringify(answer) };
        await transaction
          .insertInto('answers')
          .values({ platform, workspace, id, ...row })
          .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'id']).doUpdateSet(row))
          .execute();
      }),
    async get(workspace, id) {
      const query = database.selectFrom('answers').select('answer').where(inWorkspace(workspace));
      const row = await query.where('id', '=', id).executeTakeFirst();
      return row ? readAnswer(row) : null;
    },
    async list(workspace, conversation, { user, limit }) {
      const all = database.selectFrom('answers').select('answer').where(inWorkspace(workspace));
      const here = all.where('conversation', '=', conversation);
      const wanted = user === undefined ? here : here.where('person', '=', user);
      const rows = await wanted.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.flatMap((row) => readAnswer(row) ?? []);
    },
    dropWordings: (present) => dropWordings(database, present),
  };
}

const BATCH = 200; // answers read at a time

async function dropWordings(database: Kysely<Schema>, present: FindPresent): Promise<void> {
  const all = database.selectFrom('answers').select(['platform', 'workspace', 'id', 'answer']);
  const ordered = all.orderBy('id').orderBy('platform').orderBy('workspace').limit(BATCH);
  for (let from = 0, found = BATCH; found === BATCH; from += BATCH) {
    const rows = await ordered.offset(from).execute();
    found = rows.length;
    const answers = rows.flatMap(({ answer, ...key }) => {
      const stored = readAnswer({ answer });
      return stored ? { ...key, answer: stored } : [];
    });
    const worded = answers.flatMap(({ answer }) => documentsWorded(answer.reply));
    const there = await present([...new Set(worded)]);
    for (const { platform, workspace, id, answer } of answers) {
      const reply = withoutWordings(answer.reply, (document) => there.has(document));
      if (reply === answer.reply) continue;
      const update = database.updateTable('answers').set({ answer: JSON.stringify({ ...answer, reply }) });
      await update.where(inWorkspace({ platform, workspace })).where('id', '=', id).execute();
    }
  }
}

function readAnswer({ answer }: { readonly answer: string }): StoredAnswer | null {
  return parseJsonColumn(answer, isAnswer);
}

/** The time of the latest answer here; the next one is later, whatever the clock says. */
async function newestAt(
  transaction: Transaction<Schema>,
  { audience, conversation }: StoredAnswer,
): Promise<number> {
  const answers = transaction.selectFrom('answers').where(inWorkspace(audience));
  const newest = answers.where('conversation', '=', conversation).select(({ fn }) => fn.max('at').as('at'));
  return Number((await newest.executeTakeFirst())?.at ?? 0);
}

/** Whether a question found nothing, asked where others may know of it. */
function isUnanswered({ audience, reply: { kind, command } }: StoredAnswer): boolean {
  return kind === 'nothing' && command === 'ask' && !audience.private;
}

/** Whether a stored value is an answer. */
export function isAnswer(value: unknown): value is StoredAnswer {
  if (!isObject(value) || !isObject(value.audience) || !isObject(value.reply)) return false;
  const { points, nearest, sources } = value.reply;
  return [points ?? nearest, sources].every(Array.isArray) && value.at instanceof Date;
}
