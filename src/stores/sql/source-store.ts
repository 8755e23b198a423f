import type { ExpressionBuilder, Kysely, Selectable, Transaction } from 'kysely';
import type { ClaimedSource, FollowedSource, NewSource, SourceState } from '../../core/collecting/source.ts';
import type { SourceStore } from '../../core/collecting/source-store.ts';
import type { CollectionId } from '../../core/library/documents/document.ts';
import { instant, toDate } from './instant.ts';
import type { Schema } from './schema.ts';
import { listItems, putItems } from './source-items.ts';

type Row = Selectable<Schema['sources']>;

/** Stores sources and their items in their rows. */
export function createSourceStore(database: Kysely<Schema>): SourceStore {
  return {
    async list() {
      const rows = await database.selectFrom('sources').selectAll().execute();
      return rows.map(toSource).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)); // databases differ in how they sort text
    },
    async put(source, now) {
      const named = settingsRow(source);
      const state = { address: source.url, failures: 0, fence: 0, next: now.valueOf(), since: now.valueOf() };
      await database
        .insertInto('sources')
        .values({ ...NEW, ...named, ...state, id: source.id, collection: source.collection, url: source.url })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(named))
        .execute();
    },
    remove: (id) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('source_items').where('source', '=', id).execute();
        return (
          (await transaction.deleteFrom('sources').where('id', '=', id).executeTakeFirst()).numDeletedRows >
          0n
        );
      }),
    claim: (options) => claim(database, options),
    async record({ id, fence }, state) {
      const update = database.updateTable('sources').set({ ...stateRow(state), lease: null });
      const held = update.where('id', '=', id).where('fence', '=', fence);
      return (await held.executeTakeFirst()).numUpdatedRows > 0n;
    },
    items: (id) => listItems(database, id),
    see: (id, items) => putItems(database, id, items),
  };
}

const NEW = {
  ...{ etag: null, last_modified: null, feed_title: null, interval: null, looked_at: null, changed_at: null },
  ...{ failing_since: null, problem: null, lease: null },
};

function keyOf({ collection, url }: NewSource): string {
  return `${collection} ${url}`;
}

interface ClaimOptions {
  readonly now: Date;
  readonly lease: Date;
  readonly id?: string;
}

/** Whoever loses a source to another process looks for the next one. */
async function claim(database: Kysely<Schema>, options: ClaimOptions): Promise<ClaimedSource | null> {
  const { now, id } = options;
  for (;;) {
    const free = database.selectFrom('sources').select('id').where(isFree(options));
    const due = free.where('next', '<=', now.valueOf()).orderBy('next').orderBy('id');
    const found = await (id === undefined ? due : free.where('id', '=', id)).limit(1).executeTakeFirst();
    if (!found) return null;
    const won = await database
      .transaction()
      .execute((transaction) => claimOne(transaction, found.id, options));
    if (won) return won;
  }
}

/** One statement decides who gets the claim; nobody else can change the row read after it. */
async function claimOne(
  transaction: Transaction<Schema>,
  id: string,
  options: ClaimOptions,
): Promise<ClaimedSource | null> {
  const update = transaction
    .updateTable('sources')
    .set((row) => ({ lease: options.lease.valueOf(), fence: row('fence', '+', 1) }));
  const claimed = await update.where('id', '=', id).where(isFree(options)).executeTakeFirst();
  if (claimed.numUpdatedRows === 0n) return null;
  const row = await transaction
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...toSource(row), fence: row.fence };
}

function isFree({ now, lease }: ClaimOptions) {
  return (where: ExpressionBuilder<Schema, 'sources'>) =>
    where.or([
      where('lease', 'is', null),
      where('lease', '<=', now.valueOf()),
      where('lease', '>', lease.valueOf()),
    ]);
}

function settingsRow({ by, kind, title, full, keep, every }: NewSource) {
  const { platform, workspace, user: person } = by ?? { platform: '', workspace: '', user: '' };
  return { platform, workspace, person, kind, title, full_text: full, keep: String(keep), every };
}

function stateRow(state: SourceState) {
  const { address, etag, lastModified, feedTitle, interval, failures, problem } = state;
  return {
    ...{ address, etag, last_modified: lastModified, feed_title: feedTitle, interval, failures, problem },
    ...{ looked_at: instant(state.lookedAt), changed_at: instant(state.changedAt) },
    ...{ failing_since: instant(state.failingSince), next: instant(state.next) },
  };
}

function toSource(row: Row): FollowedSource {
  const { id, collection, url, platform, workspace, person, title, full_text: full, keep, every } = row;
  const {
    address,
    etag,
    last_modified: lastModified,
    feed_title: feedTitle,
    interval,
    failures,
    problem,
  } = row;
  return {
    ...{
      id,
      collection: collection as CollectionId,
      url,
      title,
      every,
      address,
      etag,
      lastModified,
      feedTitle,
    },
    ...{ interval, failures, problem, since: new Date(row.since) },
    by: platform === '' ? null : { platform, workspace, user: person },
    kind: row.kind as FollowedSource['kind'],
    full: full as FollowedSource['full'],
    keep: keep === 'always' ? keep : Number(keep),
    ...{ lookedAt: toDate(row.looked_at), changedAt: toDate(row.changed_at) },
    ...{ failingSince: toDate(row.failing_since), next: toDate(row.next) },
  };
}
