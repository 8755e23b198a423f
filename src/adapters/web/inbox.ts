import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeOnce } from './write-once.ts';

/** A digest, or word of one, as it is kept: what it quotes stands in the stored answer alone. */
export interface InboxEntry {
  /** 25 characters of base32, in file names and addresses too. */
  readonly key: string;
  readonly at: Date;
  readonly title: string;
  /** What Dossier itself says of it. */
  readonly lines: readonly string[];
  /** The stored answer that holds its excerpts; null if it has none. */
  readonly answer: string | null;
  /** A digest, or word to the person about one. */
  readonly kind: 'digest' | 'notice';
}

/** An entry, and whether it was opened. */
export interface ShownEntry extends InboxEntry {
  readonly isRead: boolean;
}

/** Where digests for the page arrive: files of the data directory, so that none is lost and none comes twice. */
export interface Inbox {
  /** Keeps an entry, on disk when it returns; one with the same key stays as it is. Throws if it can't. */
  add(entry: InboxEntry): void;
  /** Whether there is an entry; throws if that can't be told. */
  has(key: string): boolean;
  /** All entries, newest first. */
  list(): readonly ShownEntry[];
  markRead(key: string): void;
}

/** How long entries are kept. */
export interface InboxOptions {
  readonly days: number;
  now(): Date;
}

const KEY = /^[a-z2-7]{25}$/;
const DAY = 86_400_000; // milliseconds

/** Where the inbox is in a data directory. */
export function inboxFolder(dataDir: string): string {
  return join(dataDir, 'web', 'inbox');
}

/** Opens the inbox of a data directory, one file an entry. Entries that are too old are deleted when others come. */
export function openInbox(dataDir: string, { days, now }: InboxOptions): Inbox {
  const folder = inboxFolder(dataDir);
  const known = new Map<string, InboxEntry>(); // files never change
  const entryOf = (key: string) => {
    const entry = known.get(key) ?? readEntry(join(folder, entryFile(key)), key);
    if (entry) known.set(key, entry);
    return entry;
  };
  const list = () => {
    const names = namesIn(folder);
    const keys = [...names].filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
    const entries = keys.filter((key) => KEY.test(key)).flatMap((key) => entryOf(key) ?? []);
    return entries
      .map((entry) => ({ ...entry, isRead: names.has(readFile(entry.key)) }))
      .sort((one, other) => other.at.valueOf() - one.at.valueOf() || (one.key < other.key ? 1 : -1));
  };
  return {
    list,
    add(entry) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeOnce(join(folder, entryFile(entry.key)), JSON.stringify(entry));
      const oldest = now().valueOf() - days * DAY;
      for (const { key, at } of list()) if (at.valueOf() < oldest) remove(folder, key);
    },
    has: (key) => readdirSync(mustExist(folder)).includes(entryFile(key)),
    markRead(key) {
      if (namesIn(folder).has(entryFile(key))) writeOnce(join(folder, readFile(key)), '');
    },
  };
}

const entryFile = (key: string) => `${key}.json`;
const readFile = (key: string) => `${key}.read`;

const stored = z.object({
  at: z.coerce.date(),
  ...{ title: z.string(), lines: z.array(z.string()), answer: z.string().nullable() },
  kind: z.enum(['digest', 'notice']),
});

/** Null for a file that can't be read, or was damaged. */
function readEntry(path: string, key: string): InboxEntry | null {
  try {
    return { key, ...stored.parse(JSON.parse(readFileSync(path, 'utf8'))) };
  } catch {
    return null;
  }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

function mustExist(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function remove(folder: string, key: string): void {
  for (const name of [readFile(key), entryFile(key)]) rmSync(join(folder, name), { force: true });
}
