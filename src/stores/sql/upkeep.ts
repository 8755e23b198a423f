import { type Kysely, sql, type Transaction } from 'kysely';
import type { ErasureTarget, Upkeep } from '../../core/bot/upkeep.ts';
import type { Workspace } from '../../core/library/audience.ts';
import { formatAddress } from '../../core/schedule/channel-address.ts';
import { isOpen } from './claimable.ts';
import { inWorkspace } from './conditions.ts';
import type { Schema } from './schema.ts';

const OF_WORKSPACES = [
  ...(['conversations', 'participants', 'answers', 'topics', 'events', 'feedback'] as const),
  ...(['subscriptions', 'editions', 'briefings', 'access_tokens', 'sources', 'drafts', 'changes'] as const),
];
const OF_CHANNELS = [
  'conversations',
  'answers',
  'feedback',
  'subscriptions',
  'editions',
  'briefings',
  'access_tokens',
] as const;
const AGEING = [
  ...(['conversations', 'answers', 'feedback', 'briefings', 'events', 'starts'] as const),
  ...(['drafts', 'changes', 'revisions'] as const),
];

/** Removes old data, and data that someone asks to erase. */
export function createUpkeep(database: Kysely<Schema>): Upkeep {
  return {
    prune: (before) =>
      database.transaction().execute(async (transaction) => {
        let removed = 0;
        for (const table of AGEING) {
          const query = transaction.deleteFrom(table).where('at', '<', before.valueOf());
          removed += Number((await query.executeTakeFirst()).numDeletedRows);
        }
        await removeParticipants(transaction);
        return removed + (await pruneEditions(transaction, before));
      }),
    forget: (target) => database.transaction().execute((transaction) => forget(transaction, target)),
    leave: (workspace) =>
      database.transaction().execute(async (transaction) => {
        for (const table of OF_WORKSPACES)
          await transaction.deleteFrom(table).where(inWorkspace(workspace)).execute();
        await removeSent(transaction, workspace);
        await removeItems(transaction);
      }),
    async check() {
      const same = database.updateTable('schema_version').set(({ ref }) => ({ version: ref('version') }));
      await same.execute();
    },
    close: () => database.destroy(),
  };
}

/** An edition with something left to do is kept, however old it is. */
async function pruneEditions(transaction: Transaction<Schema>, before: Date): Promise<number> {
  const old = transaction.deleteFrom('editions').where('at', '<', before.valueOf());
  const finished = old.where((where) => where.not(isOpen(where)));
  return Number((await finished.executeTakeFirst()).numDeletedRows);
}

/** Participants are known as long as their conversation, which contains their words. */
async function removeParticipants(transaction: Transaction<Schema>): Promise<void> {
  const ofNone = transaction
    .deleteFrom('participants')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('conversations')
            .select('id')
            .whereRef('conversations.platform', '=', 'participants.platform')
            .whereRef('conversations.workspace', '=', 'participants.workspace')
            .whereRef('conversations.id', '=', 'participants.conversation'),
        ),
      ),
    );
  await ofNone.execute();
}

/** Digests that people of a workspace have sent to an address elsewhere go with it. */
async function removeSent(transaction: Transaction<Schema>, workspace: Workspace): Promise<void> {
  const before = formatAddress({ ...workspace, channel: '' });
  const owner = sql<string>`substr(owner, 1, ${before.length})`;
  await transaction.deleteFrom('subscriptions').where(owner, '=', before).execute();
}

/** Items are known as long as their source. */
async function removeItems(transaction: Transaction<Schema>): Promise<void> {
  const kept = transaction.selectFrom('sources').select('id');
  await transaction.deleteFrom('source_items').where('source', 'not in', kept).execute();
}

async function forget(transaction: Transaction<Schema>, target: ErasureTarget): Promise<number> {
  const counts =
    'user' in target ? await forgetPerson(transaction, target) : await forgetChannel(transaction, target);
  return counts.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}

/** Conversations in which the person took part are removed whole, with their answers: they contain the words of all. */
async function forgetPerson(transaction: Transaction<Schema>, target: ErasureTarget & { user: string }) {
  const { user } = target;
  const taken = transaction.selectFrom('participants').select('conversation').where(inWorkspace(target));
  const conversations = (await taken.where('person', '=', user).execute()).map((row) => row.conversation);
  const deleted = [];
  for (const id of conversations) {
    const query = transaction.deleteFrom('conversations').where(inWorkspace(target));
    deleted.push(await query.where('id', '=', id).executeTakeFirst());
    const participants = transaction.deleteFrom('participants').where(inWorkspace(target));
    await participants.where('conversation', '=', id).execute();
    const answers = transaction.deleteFrom('answers').where(inWorkspace(target));
    deleted.push(await answers.where('conversation', '=', id).executeTakeFirst());
  }
  for (const table of ['answers', 'feedback', 'briefings', 'drafts'] as const) {
    const query = transaction.deleteFrom(table).where(inWorkspace(target));
    deleted.push(await query.where('person', '=', user).executeTakeFirst());
  }
  const owned = transaction.updateTable('subscriptions').set({ owner: '' }).where(inWorkspace(target));
  await owned.where('owner', '=', user).execute();
  const sent = transaction.updateTable('subscriptions').set({ owner: '' });
  await sent.where('owner', '=', formatAddress({ ...target, channel: user })).execute();
  for (const table of ['sources', 'changes'] as const) {
    const added = transaction.updateTable(table).set({ person: '' }).where(inWorkspace(target));
    await added.where('person', '=', user).execute();
  }
  return deleted;
}

async function forgetChannel(transaction: Transaction<Schema>, target: ErasureTarget & { channel: string }) {
  const { channel } = target;
  const here = transaction.selectFrom('conversations').select('id').where(inWorkspace(target));
  const conversations = here.where('channel', '=', channel);
  const participants = transaction.deleteFrom('participants').where(inWorkspace(target));
  await participants.where('conversation', 'in', conversations).execute();
  const deleted = [];
  for (const table of OF_CHANNELS) {
    const query = transaction.deleteFrom(table).where(inWorkspace(target));
    deleted.push(await query.where('channel', '=', channel).executeTakeFirst());
  }
  return deleted;
}
