import { type Kysely, sql, type Transaction } from 'kysely';
import { isObject } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Columns of the ledger get the names that the code uses. */
export async function renameLedgerColumns({ schema }: Transaction<Schema>): Promise<void> {
  const renamed = { looks: 'lookups', tries: 'attempts', ref: 'message_id' };
  for (const [before, now] of Object.entries(renamed))
    await schema.alterTable('editions').renameColumn(before, now).execute();
}

/**
 * Stored JSON gets the names that the code uses. Inside a text of somebody's a quotation mark is escaped, so `"reader":`
 * is always a key.
 */
export async function renameStoredKeys(transaction: Transaction<Schema>): Promise<void> {
  for (const [table, column] of [
    ['answers', 'answer'],
    ['feedback', 'feedback'],
  ] as const)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} =
      replace(${sql.ref(column)}, '"reader":', '"audience":')`.execute(transaction);
  await divideDigestNotes(transaction);
}

/** A digest kept its first and last lines in one text; they are `window` and `footer` now. */
async function divideDigestNotes(database: Kysely<Schema>): Promise<void> {
  const digests = database.selectFrom('answers').select(['platform', 'workspace', 'id', 'answer']);
  for (const { answer, ...key } of await digests.where('answer', 'like', '%"kind":"digest"%').execute()) {
    const divided = divideNote(answer);
    if (divided !== null)
      await database
        .updateTable('answers')
        .set({ answer: divided })
        .where((row) => row.and(key))
        .execute();
  }
}

function divideNote(answer: string): string | null {
  const stored = parseOrNull(answer);
  if (!isObject(stored) || !isObject(stored.reply) || typeof stored.reply.note !== 'string') return null;
  const [window = '', ...footer] = stored.reply.note.split('\n');
  return JSON.stringify({ ...stored, reply: { ...stored.reply, window, footer } });
}

/** Marks the stored answers that are to questions that found nothing; as above, none of these is somebody's text. */
export async function markStoredUnanswered(transaction: Transaction<Schema>): Promise<void> {
  const stored = transaction.updateTable('answers').set({ unanswered: 1 });
  await stored
    .where('answer', 'like', '%"kind":"nothing"%')
    .where('answer', 'like', '%"command":"ask"%')
    .where('answer', 'not like', '%"private":true%')
    .execute();
}

/** A row that a damaged file spoilt must not hold up the others. */
function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
