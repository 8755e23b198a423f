import { join } from 'node:path';
import type { Collection } from '../collection.ts';
import type { CollectionId } from '../documents/document.ts';
import { type FolderScan, stampOf } from '../following/folder-scan.ts';
import type { FolderState } from '../following/followed-corpus.ts';
import type { ScanOptions } from '../following/settling.ts';

/** The access rules that may apply now. One that widens access is among them only once its file has been at rest. */
interface CheckedRules {
  /** The rules that apply now. */
  readonly collections: ReadonlyMap<CollectionId, Collection>;
  /** Files of rules that are read again before they apply. */
  readonly waiting: ReadonlySet<string>;
}

/** The folder as it was found, and the circumstances of the scan. */
interface RuleContext {
  readonly scan: FolderScan;
  readonly options: ScanOptions;
}

/** Delays rules that let more people read and were changed just now: the file may be half written. */
export function checkAccessRules(
  { settings, stamps }: FolderState,
  read: ReadonlyMap<CollectionId, Collection>,
  { scan, options }: RuleContext,
): CheckedRules {
  const known = new Map(settings.collections.map((collection) => [collection.id, collection]));
  const collections = new Map<CollectionId, Collection>();
  const waiting = new Set<string>();
  for (const [id, next] of read) {
    const file = `${id}/collection.yaml`;
    const before = known.get(id);
    const isNew = options.first && stamps[file] === undefined;
    if (isNew || !widens(before?.readable, next.readable) || isAtRest(file, scan, options.now)) {
      collections.set(id, next);
      continue;
    }
    waiting.add(file);
    const both = before ? common(before.readable, next.readable) : [];
    if (before && widens(both, before.readable)) collections.set(id, { ...before, readable: both });
  }
  return { collections, waiting };
}

const REST = 2000; // milliseconds

/** Whether a rule's file has rested and is still as it was found when the scan began. */
function isAtRest(file: string, { root, settings }: FolderScan, now: Date): boolean {
  const found = settings.get(file);
  if (!found || stampOf(join(root, file)).stamp !== found.stamp) return false;
  return Math.abs(now.valueOf() - found.changed) >= REST; // a file time in the future must not delay it forever
}

type Readable = Collection['readable'];

/** Whether a rule lets anyone read who could not before. */
function widens(before: Readable | undefined, next: Readable): boolean {
  if (before === undefined) return next === 'everywhere';
  if (before === 'everywhere' || before === next) return false;
  return typeof next === 'string' || next.some((address) => !covers(before, address));
}

/** Returns a rule for those who may read by both. */
function common(one: Readable, other: Readable): Readable {
  if (one === 'everywhere' || one === other) return other;
  if (other === 'everywhere') return one;
  if (one === 'local' || other === 'local') return [];
  return [
    ...one.filter((address) => covers(other, address)),
    ...other.filter((address) => covers(one, address) && !one.includes(address)),
  ];
}

function covers(addresses: Readable, address: string): boolean {
  return addresses.includes(address) || addresses.includes(address.replace(/\/.*/, ''));
}
