import type { Transaction } from 'kysely';
import { UserError } from '../../../core/text/user-error.ts';
import type { DocumentSchema } from './document-tables.ts';

/** The format of the tables, and of what is packed in them; it grows with every change that an older build could misread. */
export const FORMAT = 4;

/** The name of the format in the table of states. */
export const FORMAT_NAME = 'format';

/** Throws if tables that were open are of another format by now: another version made them anew. */
export function requireFormat(found: string | null | undefined): void {
  if (Number(found ?? 0) === FORMAT) return;
  throw new UserError(
    'Another version of Dossier has made the index of the documents anew. Stop this one, and run only one version (docs/scaling.md).',
    { code: 'replaced-index' },
  );
}

/** The same for a transaction that is about to write. */
export async function fenceFormat(transaction: Transaction<DocumentSchema>): Promise<void> {
  const query = transaction.selectFrom('corpus_state').select('value').where('name', '=', FORMAT_NAME);
  requireFormat((await query.executeTakeFirst())?.value);
}
