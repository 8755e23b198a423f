import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Edition, EditionKey, EditionProgress, EditionState } from '../../core/schedule/edition.ts';
import { instant, toDate } from './instant.ts';
import { parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

type Row = Schema['editions'];

const STATES: readonly EditionState[] = [
  ...(['due', 'claimed', 'intent', 'sent', 'failed', 'unknown', 'empty', 'skipped'] as const),
];

/** The columns that identify an edition. */
function keyColumns({ channel, number, slot }: EditionKey) {
  const { platform, workspace } = channel;
  return { platform, workspace, channel: channel.channel, subscription: number, slot };
}

/** The row of an edition that nobody has claimed yet. */
export function newRow(key: EditionKey, due: Date, now: Date): Row {
  return {
    ...keyColumns(key),
    ...{ due: due.valueOf(), state: 'due' satisfies EditionState, reason: null, late: 0 },
    ...{ fence: 0, lease: null, retry_at: null, intent_at: null, lookups: 0, attempts: 0 },
    ...{ message_id: null, covered: null, content: null, at: now.valueOf() },
  };
}

/** The edition of a row. A state that no version of Dossier writes reads as `unknown`. */
export function toEdition(row: Row): Edition {
  const { platform, workspace, channel, subscription, slot, reason, fence } = row;
  return {
    ...{ channel: { platform, workspace, channel }, number: subscription, slot, due: new Date(row.due) },
    ...{ state: STATES.find((state) => state === row.state) ?? 'unknown', reason, fence },
    ...{ lookups: row.lookups, attempts: row.attempts, messageId: row.message_id },
    ...{ lease: toDate(row.lease), retryAt: toDate(row.retry_at), intentAt: toDate(row.intent_at) },
    covered: toDate(row.covered),
    content: row.content === null ? null : parseJsonColumn(row.content, isAnything),
    at: new Date(row.at),
  };
}

/** The columns that a step changes; those it doesn't name stay as they are. */
export function changedColumns(progress: EditionProgress): Partial<Row> {
  const { state, reason, lookups, attempts, messageId, content } = progress;
  const columns = {
    ...{ state, reason, lookups, attempts, message_id: messageId },
    ...{ lease: changed(progress.lease), retry_at: changed(progress.retryAt) },
    ...{ intent_at: changed(progress.intentAt), covered: changed(progress.covered) },
    content: content ? JSON.stringify(content) : content,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function changed(date: Date | null | undefined): number | null | undefined {
  return date === undefined ? undefined : instant(date);
}

/** What an edition showed is read by whoever composed it. */
function isAnything(value: unknown): value is unknown {
  return value !== undefined;
}

/** Reads an edition; null if it is not stored. */
export async function getEdition(database: Kysely<Schema>, key: EditionKey): Promise<Edition | null> {
  const query = database.selectFrom('editions').selectAll().where(isEdition(key));
  const row = await query.executeTakeFirst();
  return row ? toEdition(row) : null;
}

/** The condition that a row is this edition. */
export function isEdition(key: EditionKey) {
  return (where: ExpressionBuilder<Schema, 'editions'>) => where.and(keyColumns(key));
}
