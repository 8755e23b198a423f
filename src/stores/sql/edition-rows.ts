import type { EditionContent } from '../../core/news/edition-content.ts';
import type { Edition, EditionKey, EditionProgress, EditionState } from '../../core/schedule/edition.ts';
import { instant, toDate } from './instant.ts';
import { isObject, readJson } from './json-column.ts';
import type { Schema } from './schema.ts';

type Row = Schema['editions'];

const STATES: readonly EditionState[] = [
  ...(['due', 'claimed', 'intent', 'sent', 'failed', 'unknown', 'empty', 'skipped'] as const),
];

/** The columns that tell an edition from all others. */
export function keyColumns({ channel, number, slot }: EditionKey) {
  const { platform, workspace } = channel;
  return { platform, workspace, channel: channel.channel, subscription: number, slot };
}

/** An edition that was not claimed yet. */
export function newRow(key: EditionKey, due: Date, now: Date): Row {
  return {
    ...keyColumns(key),
    ...{ due: due.valueOf(), state: 'due' satisfies EditionState, reason: null, late: 0 },
    ...{ fence: 0, lease: null, retry_at: null, intent_at: null, looks: 0, tries: 0 },
    ...{ ref: null, covered: null, content: null, at: now.valueOf() },
  };
}

/** What an edition's columns say. A state that no Dossier wrote is one that nobody knows. */
export function toEdition(row: Row): Edition {
  const { platform, workspace, channel, subscription, slot, reason, fence } = row;
  return {
    ...{ channel: { platform, workspace, channel }, number: subscription, slot, due: new Date(row.due) },
    ...{ state: STATES.find((state) => state === row.state) ?? 'unknown', reason, fence },
    ...{ lookups: row.looks, attempts: row.tries, messageId: row.ref },
    ...{ lease: toDate(row.lease), retryAt: toDate(row.retry_at), intentAt: toDate(row.intent_at) },
    covered: toDate(row.covered),
    content: row.content === null ? null : readJson(row.content, isContent),
    at: new Date(row.at),
  };
}

/** The columns that a step changes; what it does not name stays. */
export function changedColumns(progress: EditionProgress): Partial<Row> {
  const { state, reason, lookups, attempts, messageId, content } = progress;
  const columns = {
    ...{ state, reason, looks: lookups, tries: attempts, ref: messageId },
    ...{ lease: changed(progress.lease), retry_at: changed(progress.retryAt) },
    ...{ intent_at: changed(progress.intentAt), covered: changed(progress.covered) },
    content: content ? JSON.stringify(content) : content,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function changed(date: Date | null | undefined): number | null | undefined {
  return date === undefined ? undefined : instant(date);
}

function isContent(value: unknown): value is EditionContent {
  return isObject(value) && Array.isArray(value.documents) && Array.isArray(value.shown);
}
