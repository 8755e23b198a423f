import { type Kysely, type RawBuilder, SqliteAdapter, sql } from 'kysely';
import { type SoughtPhrases, soughtBits } from '../../../core/text/word-filter.ts';
import type { DocumentSchema } from './document-tables.ts';

/** The condition that a document's packed words have those of a phrase of each group: known words and numbers alone. */
export function mayHavePhrases(database: Kysely<DocumentSchema>, having: SoughtPhrases): RawBuilder<boolean> {
  const isSet = database.getExecutor().adapter instanceof SqliteAdapter ? isSetInSqlite : isSetInPostgres;
  const groups = soughtBits(having).map((readings) =>
    joined(
      readings.map((bits) => joined(bits.map(isSet), ' and ', '1 = 1')),
      ' or ',
      '1 = 0',
    ),
  );
  return sql.raw(`(words is null or ${joined(groups, ' and ', '1 = 1')})`);
}

function joined(conditions: readonly string[], by: ' and ' | ' or ', none: string): string {
  return conditions.length === 0 ? none : `(${conditions.join(by)})`;
}

/** SQLite tells the value of a byte by its hexadecimal digits alone. */
function isSetInSqlite(bit: number): string {
  const byte = `substr(words, ${bit} % (length(words) * 8) / 8 + 1, 1)`;
  const digit = `substr(hex(${byte}), ${(bit & 7) < 4 ? 2 : 1}, 1)`;
  return `(instr('0123456789ABCDEF', ${digit}) - 1) & ${1 << (bit & 3)} <> 0`;
}

function isSetInPostgres(bit: number): string {
  return `get_bit(words, (${bit}::bigint % (length(words) * 8))::int) = 1`;
}
