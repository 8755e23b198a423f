import { posix, sep } from 'node:path';
import { isPassing } from '../following/passing-file.ts';
import type { Refusal } from '../library.ts';
import type { BucketObject } from './bucket.ts';

/** Where the objects of a bucket are put in a folder. */
export interface ObjectPlaces {
  /** Settings files first. */
  readonly placed: readonly BucketObject[];
  readonly refused: readonly Refusal[];
}

/**
 * Chooses the objects whose keys are paths of files. Of keys that one file can't serve, such as two that differ in case
 * alone, the first in order is taken; settings come before all others, so that no key takes the place of an access rule.
 */
export function placeObjects(objects: readonly BucketObject[]): ObjectPlaces {
  const placed: BucketObject[] = [];
  const refused: Refusal[] = [];
  const names = createNames();
  for (const object of [...objects].filter(isMeant).sort(bySettingsThenKey)) {
    const reason = faultOf(object.key) ?? names.take(object.key);
    if (reason === null) placed.push(object);
    else refused.push({ file: object.key, reason });
  }
  return { placed, refused };
}

/** Whether a key is that of a settings file. */
export function isSettingsKey(key: string): boolean {
  return /^(?:topics|sources|collection|feeds)\.yaml$/.test(posix.basename(key));
}

/** What consoles make of an empty folder is passed over, and so is what is passed over in folders. */
function isMeant({ key, size }: BucketObject): boolean {
  if (key === '' || (key.endsWith('/') && size === 0)) return false;
  const names = key.split('/');
  if (names.some((name) => name === '..' || name === '.')) return true; // refused, not passed over
  return !names.some((name, at) => isPassing({ name, isFolder: at < names.length - 1 }));
}

function bySettingsThenKey(a: BucketObject, b: BucketObject): number {
  const first = Number(isSettingsKey(b.key)) - Number(isSettingsKey(a.key));
  return first || (a.key < b.key ? -1 : 1);
}

const MOST = { name: 240, path: 800 }; // bytes in UTF-8; file systems take 255 and about 1,000
const UNSAFE = /[\\\p{Cc}\p{Cs}]/u;
const UNSAFE_ON_WINDOWS = /[:*?"<>|]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i; // names of devices, whatever follows the dot

/** Why a key is no path of a file; null if it is one. */
function faultOf(key: string): string | null {
  const names = key.split('/');
  if (names.includes('')) return 'is no path of a file: a part of it is empty';
  if (names.some((name) => name === '.' || name === '..')) return 'is no path of a file: it leads elsewhere';
  if (Buffer.byteLength(key) > MOST.path || names.some((name) => Buffer.byteLength(name) > MOST.name))
    return 'is longer than the path of a file may be';
  if (names.some(isUnsafe)) return 'has a character or a name that files may not have; rename it';
  if (/^[^/]+\/feeds\.yaml$/.test(key))
    return 'has no effect: Dossier only reads a bucket, so feeds cannot bring anything into it';
  return null;
}

function isUnsafe(name: string): boolean {
  return UNSAFE.test(name) || (sep === '\\' && UNSAFE_ON_WINDOWS.test(name));
}

/** Remembers which files and folders there are, and how they are spelled. */
function createNames() {
  const known = new Map<string, { readonly name: string; readonly isFile: boolean }>();
  return {
    /** Takes the names of a file and its folders; says what is wrong if another key has one of them already. */
    take(key: string): string | null {
      const parts = key.split('/');
      const paths = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
      for (const name of paths) {
        const before = known.get(fold(name));
        if (!before) continue;
        if (before.name !== name) return 'differs from another key in case alone; rename one of them';
        if (before.isFile || name === key) return 'needs a folder where there is a file; rename one of them';
      }
      for (const name of paths) known.set(fold(name), { name, isFile: name === key });
      return null;
    },
  };
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
