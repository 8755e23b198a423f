import { type FSWatcher, lstatSync, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isPassing } from '../core/library/following/passing-file.ts';

/** What happens in a folder. */
export interface FolderEventsOptions {
  /** Something may have changed at a path: a file, or a folder with all in it; null: anywhere. */
  changed(path: string | null): void;
  /** Some of it cannot be watched. */
  failed(cause: unknown): void;
  /** Whether the system watches a folder with all below it; if not, each folder is watched by itself. */
  readonly recursive?: boolean;
}

/** The events of a folder and all below it. */
export interface FolderEvents {
  close(): void;
}

/**
 * Watches a folder and all below it, without passing ones and without following links. On Linux, Node.js would watch every
 * file for a recursive watcher; the folders alone tell as much.
 */
export async function watchFolder(root: string, options: FolderEventsOptions): Promise<FolderEvents> {
  const { recursive = process.platform === 'darwin' || process.platform === 'win32' } = options;
  const tree = new WatchedTree(root, recursive, options);
  await tree.add(root);
  return tree;
}

class WatchedTree implements FolderEvents {
  readonly #root: string;
  readonly #recursive: boolean;
  readonly #options: FolderEventsOptions;
  readonly #watchers = new Map<string, FSWatcher>();
  #isClosed = false;
  #isFull = false;

  constructor(root: string, recursive: boolean, options: FolderEventsOptions) {
    this.#root = root;
    this.#recursive = recursive;
    this.#options = options;
  }

  /** Watches a folder, then those in it: what comes meanwhile is seen by one of both. */
  async add(folder: string): Promise<void> {
    if (this.#isClosed || this.#isFull || !this.#watch(folder) || this.#recursive) return;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isDirectory() && !isPassing({ name: entry.name, isFolder: true }))
        await this.add(join(folder, entry.name));
  }

  close(): void {
    this.#isClosed = true;
    this.#drop(this.#root);
  }

  #watch(folder: string): boolean {
    this.#watchers.get(folder)?.close();
    try {
      const watcher = watch(folder, { recursive: this.#recursive }, (event, name) => {
        void this.#happened(event, name === null ? null : join(folder, name));
      });
      watcher.on('error', () => this.#options.changed(null)); // the next look watches the folder anew if it was replaced
      this.#watchers.set(folder, watcher);
      return true;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false; // it is gone already
      this.#isFull = true;
      this.#options.failed(cause);
      return false;
    }
  }

  async #happened(event: string, path: string | null): Promise<void> {
    if (this.#isClosed) return;
    if (path !== null && event === 'rename' && !this.#recursive) {
      this.#drop(path);
      if (isFolder(path)) await this.add(path);
    }
    if (!this.#isClosed) this.#options.changed(path);
  }

  /** Ends watching a folder that has moved or is gone, and all below it. */
  #drop(folder: string): void {
    if (!this.#watchers.has(folder)) return;
    for (const [path, watcher] of this.#watchers)
      if (path === folder || path.startsWith(folder + sep)) {
        watcher.close();
        this.#watchers.delete(path);
      }
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
