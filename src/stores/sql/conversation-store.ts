import type { Kysely } from 'kysely';
import type { Conversation } from '../../core/conversations/conversation.ts';
import type { ConversationStore } from '../../core/conversations/conversation-store.ts';
import { inWorkspace } from './conditions.ts';
import { isObject, parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

/** Stores conversations, one row each, and who took part in them. */
export function createConversationStore(database: Kysely<Schema>): ConversationStore {
  return {
    async get(workspace, id) {
      const query = database.selectFrom('conversations').select('state').where(inWorkspace(workspace));
      const row = await query.where('id', '=', id).executeTakeFirst();
      return row ? parseJsonColumn(row.state, isConversation) : null;
    },
    set: ({ platform, workspace, channel, user }, id, conversation, at) =>
      database.transaction().execute(async (transaction) => {
        const row = { channel, at: at.valueOf(), state: JSON.stringify(conversation) };
        await transaction
          .insertInto('conversations')
          .values({ platform, workspace, id, ...row })
          .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'id']).doUpdateSet(row))
          .execute();
        await transaction
          .insertInto('participants')
          .values({ platform, workspace, conversation: id, person: user, at: at.valueOf() })
          .onConflict((conflict) =>
            conflict
              .columns(['platform', 'workspace', 'conversation', 'person'])
              .doUpdateSet({ at: at.valueOf() }),
          )
          .execute();
      }),
    remove: (workspace, id) =>
      database.transaction().execute(async (transaction) => {
        const conversations = transaction.deleteFrom('conversations').where(inWorkspace(workspace));
        await conversations.where('id', '=', id).execute();
        const participants = transaction.deleteFrom('participants').where(inWorkspace(workspace));
        await participants.where('conversation', '=', id).execute();
      }),
  };
}

function isConversation(value: unknown): value is Conversation {
  return isObject(value) && Array.isArray(value.turns) && Array.isArray(value.shown) && 'last' in value;
}
