import { join } from 'node:path';
import type { Collection } from './collection.ts';
import type { CorpusState } from './corpus-state.ts';
import type { CollectionId } from './document.ts';
import { type FolderScan, stampOf } from './folder-scan.ts';
import type { LookOptions } from './settings-diff.ts';

/** Rules of access, none of which lets more people read before it has been at rest for some time. */
interface CheckedRules {
  /** What is to hold now. */
  readonly collections: ReadonlyMap<CollectionId, Collection>;
  /** The rules that are to be read again before they hold. */
  readonly waiting: ReadonlySet<string>;
}

/** Where the rules were read, and how. */
interface Look {
  readonly scan: FolderScan;
  readonly options: LookOptions;
}

/** Holds back what would let more people read, and was changed only just now: it may be half of what is being written. */
export function checkRules(
  { settings, stamps }: CorpusState,
  read: ReadonlyMap<CollectionId, Collection>,
  { scan, options }: Look,
): CheckedRules {
  const known = new Map(settings.collections.map((collection) => [collection.id, collection]));
  const collections = new Map<CollectionId, Collection>();
  const waiting = new Set<string>();
  for (const [id, next] of read) {
    const file = `${id}/collection.yaml`;
    const before = known.get(id);
    const asItIs = options.first && stamps[file] === undefined;
    if (asItIs || !widens(before?.readable, next.readable) || isAtRest(file, scan, options.now)) {
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

/** Says whether a rule was left alone for some time, and is still what was found when the look began. */
function isAtRest(file: string, { root, settings }: FolderScan, now: Date): boolean {
  const found = settings.get(file);
  if (!found || stampOf(join(root, file)).stamp !== found.stamp) return false;
  return Math.abs(now.valueOf() - found.changed) >= REST; // a clock that differs must not hold it up for ever
}

type Readable = Collection['readable'];

/** Says whether a rule may let anybody read who could not before. */
function widens(before: Readable | undefined, next: Readable): boolean {
  if (before === undefined) return next === 'everywhere';
  if (before === 'everywhere' || before === next) return false;
  return typeof next === 'string' || next.some((address) => !covers(before, address));
}

/** Who may read by both of two rules. */
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
