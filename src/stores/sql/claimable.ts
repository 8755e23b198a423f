import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Schema } from './schema.ts';

type Where = ExpressionBuilder<Schema, 'editions'>;
type Waiting = 'lease' | 'retry_at';

/** The condition that an edition has something left to do. */
export function isOpen(where: Where): Expression<SqlBool> {
  return where.or([
    where('state', 'in', ['due', 'claimed', 'intent']),
    where.and([where('state', '=', 'unknown'), where('retry_at', 'is not', null)]),
  ]);
}

/**
 * The condition that an open edition can be claimed at a given time. A lease or `retry_at` more than `longest`
 * milliseconds ahead was written by a clock that was ahead, and counts as expired.
 */
export function canBeClaimed({ now, longest }: { now: Date; longest: number }) {
  const over = (where: Where, column: Waiting) =>
    where.or([
      where(column, 'is', null),
      where(column, '<=', now.valueOf()),
      where(column, '>', now.valueOf() + longest),
    ]);
  return (where: Where): Expression<SqlBool> =>
    where.and([
      isOpen(where),
      over(where, 'retry_at'),
      where.or([where('state', '=', 'due'), over(where, 'lease')]),
    ]);
}

/** When an open edition can be claimed: its `due`, unless it waits for a lease or a retry. */
export function claimableFrom(where: Where): Expression<number> {
  const from = (column: Waiting) => where.fn.coalesce(column, 'due');
  return where
    .case()
    .when(where.or([where('state', '=', 'due'), where(from('lease'), '<=', from('retry_at'))]))
    .then(from('retry_at'))
    .else(from('lease'))
    .end();
}
