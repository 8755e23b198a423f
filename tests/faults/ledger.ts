import { join } from 'node:path';
import Database from 'libsql';
import type { EditionKey, EditionState } from '../../src/core/schedule/edition.ts';

/** An edition in the ledger. */
export interface LedgerRow extends EditionKey {
  readonly state: EditionState;
  /** Nothing is left to do for it. */
  readonly isFinal: boolean;
  readonly reason: string | null;
}

/** The ledger in a data directory, read while a program may be writing to it. */
export interface Ledger {
  rows(): readonly LedgerRow[];
  row(key: EditionKey): LedgerRow | undefined;
  close(): void;
}

interface Row {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly subscription: number;
  readonly slot: string;
  readonly state: EditionState;
  readonly retry_at: number | null;
  readonly reason: string | null;
}

const COLUMNS = 'platform, workspace, channel, subscription, slot, state, retry_at, reason';
const FINAL: readonly EditionState[] = ['sent', 'failed', 'empty', 'skipped'];

/** Opens the ledger; it exists once a digest has been scheduled. */
export function openLedger(dataDir: string): Ledger {
  const file = new Database(join(dataDir, 'dossier.db'), { timeout: 10_000 });
  const all = file.prepare(`select ${COLUMNS} from editions order by due, subscription`);
  const one = file.prepare(
    `select ${COLUMNS} from editions where platform = ? and workspace = ? and channel = ? and subscription = ? and slot = ?`,
  );
  return {
    row({ channel: { platform, workspace, channel }, number, slot }) {
      const row = one.get([platform, workspace, channel, number, slot]) as Row | undefined;
      return row && toLedgerRow(row);
    },
    rows: () => (all.all() as Row[]).map(toLedgerRow),
    close: () => void file.close(),
  };
}

function toLedgerRow({ platform, workspace, channel, subscription, slot, state, ...row }: Row): LedgerRow {
  const isFinal = FINAL.includes(state) || (state === 'unknown' && row.retry_at === null);
  const address = { platform, workspace, channel };
  return { channel: address, number: subscription, slot, state, isFinal, reason: row.reason };
}
