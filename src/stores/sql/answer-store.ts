import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AnswerStore, StoredAnswer } from '../../core/conversations/answer-store.ts';
import { documentsWorded, withoutWordings } from '../../core/conversations/sealing.ts';
import type { DocumentId } from '../../core/library/documents/document.ts';
import type { FindPresent } from '../../core/library/versions/find-present.ts';
import { yieldToEvents } from '../../core/text/yield-to-events.ts';
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
        const row = {
          ...{ conversation, channel, person: user, at, unanswered },
          ...{ answer: JSON.stringify(answer), worded: wordedIn(answer) },
        };
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

const BATCH = 200; // answers looked at together

type Key = Pick<Selectable<Schema['answers']>, 'platform' | 'workspace' | 'id'>;

/** Deletes from answers the words of documents that are gone. Only those answers are read, and those of older versions. */
async function dropWordings(database: Kysely<Schema>, present: FindPresent): Promise<void> {
  const all = database.selectFrom('answers').select(['platform', 'workspace', 'id', 'worded']);
  const ordered = all.orderBy('platform').orderBy('workspace').orderBy('id').limit(BATCH);
  for (let last: Key = { platform: '', workspace: '', id: '' }, found = BATCH; found === BATCH; ) {
    const { platform, workspace, id } = last;
    const rows = await ordered
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('platform', 'workspace', 'id'), '>', tuple(platform, workspace, id)),
      )
      .execute();
    [found, last] = [rows.length, rows.at(-1) ?? last];
    const listed = rows.map(({ worded, ...key }) => ({
      key,
      documents: worded === null ? null : parseJsonColumn(worded, isList),
    }));
    const there = await present([...new Set(listed.flatMap(({ documents }) => documents ?? []))]);
    for (const { key, documents } of listed)
      if (!documents?.every((document) => there.has(document))) await dropWordingsOf(key, database, present);
    await yieldToEvents();
  }
}

async function dropWordingsOf({ id, ...workspace }: Key, database: Kysely<Schema>, present: FindPresent) {
  const query = database.selectFrom('answers').select('answer').where(inWorkspace(workspace));
  const row = await query.where('id', '=', id).executeTakeFirst();
  const answer = row && readAnswer(row);
  if (!answer) return;
  const there = await present([...new Set(documentsWorded(answer.reply))]);
  const left = { ...answer, reply: withoutWordings(answer.reply, (document) => there.has(document)) };
  const isSame = left.reply === answer.reply;
  const values = { worded: wordedIn(left), ...(!isSame && { answer: JSON.stringify(left) }) };
  const update = database.updateTable('answers').set(values).where(inWorkspace(workspace));
  // An answer that was stored anew meanwhile stays as it is.
  await update.where('id', '=', id).where('answer', '=', row.answer).execute();
}

/** The ids of the documents whose words an answer holds, as a JSON list. */
function wordedIn({ reply }: StoredAnswer): string {
  return JSON.stringify([...new Set(documentsWorded(reply))]);
}

function isList(value: unknown): value is readonly DocumentId[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
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
