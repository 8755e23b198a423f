import { rest } from '../../text/yield-to-events.ts';
import { NOWHERE } from '../scoring/directory.ts';
import { chooseMerge } from './choose-merge.ts';
import { MergedSegment } from './merged-segment.ts';
import { packNumbers, type Segment, type Snapshot } from './segment.ts';
import { MOST_PASSAGES, type SegmentChanges } from './segment-changes.ts';
import type { SegmentStore } from './segment-store.ts';

const READ = 60_000; // milliseconds for which somebody may still read a segment that others have replaced
const REST = 5; // milliseconds between two steps of erasing, about as long as one takes, in which answers go on
const WRITTEN = 3_600_000; // milliseconds in which every segment that was begun is finished

/** What the upkeep of segments needs. */
export interface UpkeepOptions {
  readonly changes: SegmentChanges;
  now(): Date;
  /** Makes a change when no other is being made. */
  enqueue<T>(change: () => Promise<T>): Promise<T>;
  /** Called when a change is made. */
  changed(): Promise<void>;
  isWanted(): boolean;
  /** All documents are read: what is merged now is not soon merged again. */
  readonly isRead?: boolean;
}

/** Merges small and worn segments while other changes are made, and erases those that nobody reads. */
export async function keepUp(store: SegmentStore, options: UpkeepOptions): Promise<void> {
  while (options.isWanted() && (await mergeOnce(store, options)));
  const now = options.now().valueOf();
  const before = { retired: new Date(now - READ), begun: new Date(now - WRITTEN) };
  while (options.isWanted() && (await store.write.erase(before))) await rest(REST);
}

/** Merges some segments; false if none are due. A merge that was not finished leaves all as it was. */
async function mergeOnce(store: SegmentStore, options: UpkeepOptions): Promise<boolean> {
  const { changes, now, enqueue, changed, isWanted, isRead } = options;
  const chosen = chooseMerge((await changes.current()).segments, MOST_PASSAGES, isRead);
  const [any] = chosen ?? [];
  if (!chosen || !any) return false;
  const merged = new MergedSegment(store, chosen);
  const segment = await store.write.begin(any.collection, now());
  if (!(await merged.write(segment, isWanted))) return false;
  await enqueue(async () => {
    await changes.commit(async (state) => replaceBy({ segment, merged }, chosen, state));
    await changed();
  });
  return true;
}

/** Plans to replace segments, deleting what was deleted since they were read; null if others have replaced them. */
function replaceBy(
  { segment, merged }: { readonly segment: number; readonly merged: MergedSegment },
  sources: readonly Segment[],
  { segments }: Snapshot,
) {
  const live = new Map(segments.map((each) => [each.id, each]));
  const deleted = new Set<number>();
  for (const { id, deleted: before } of sources) {
    const current = live.get(id);
    if (!current) return null;
    for (const first of current.deleted)
      if (!before.has(first)) deleted.add(merged.placeOf({ segment: id, first }));
  }
  deleted.delete(NOWHERE);
  return {
    added: [segment],
    retired: sources.map(({ id }) => id),
    deletions: deleted.size > 0 ? [{ segment, deleted: packNumbers(deleted) }] : [],
  };
}
