import { appendFile, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import type { Refusal } from '../library.ts';

/** An object of a bucket as it is kept in a file. */
export interface KeptObject {
  readonly key: string;
  readonly etag: string;
  /** As the bucket says. */
  readonly size: number;
  /** The file's own size and time of writing, in milliseconds since 1970, by which a file that somebody changed is told. */
  readonly stored: number;
  readonly written: number;
}

/** What is kept of a bucket. */
export interface MirrorState {
  readonly kept: ReadonlyMap<string, KeptObject>;
  /** Everything that was listed was kept at least once. */
  readonly isWhole: boolean;
  readonly refused: readonly Refusal[];
}

type Line = KeptObject | { readonly refused: Refusal } | { readonly whole: true };

/** The file that says what is kept. Lines are added as files are written; one that a kill cut off is left out. */
export interface MirrorLedger {
  load(): Promise<MirrorState>;
  keep(object: KeptObject): Promise<void>;
  /** Everything is kept but what is refused; the file is written anew, with a line for each, unless that was so before. */
  close(
    state: Omit<MirrorState, 'isWhole'>,
    options: { readonly isChanged: boolean; readonly at: Date },
  ): Promise<void>;
  /** When it was last closed, or written; null if there is none. */
  writtenAt(): Promise<Date | null>;
}

/** Creates the ledger at a path. Several processes may write it: what one of them loses is fetched again. */
export function createMirrorLedger(path: string): MirrorLedger {
  const add = (line: Line) => appendFile(path, `${JSON.stringify(line)}\n`);
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch(() => '');
      return fold(text.split('\n').flatMap(parse));
    },
    keep: add,
    async writtenAt() {
      return (await stat(path).catch(() => null))?.mtime ?? null;
    },
    async close({ kept, refused }, { isChanged, at }) {
      if (!isChanged) return utimes(path, at, at);
      const lines: Line[] = [
        ...kept.values(),
        ...refused.map((each) => ({ refused: each })),
        { whole: true },
      ];
      const part = `${path}.${process.pid}.part`;
      await writeFile(part, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, { flush: true });
      await utimes(part, at, at);
      await rename(part, path);
    },
  };
}

function fold(lines: readonly Line[]): MirrorState {
  const kept = new Map<string, KeptObject>();
  const refused: Refusal[] = [];
  let isWhole = false;
  for (const line of lines) {
    if ('key' in line) kept.set(line.key, line);
    else if ('refused' in line) refused.push(line.refused);
    else isWhole = true;
  }
  return { kept, refused, isWhole };
}

function parse(line: string): Line[] {
  try {
    return line === '' ? [] : [JSON.parse(line)];
  } catch {
    return []; // the half line may have another one behind it, which is lost with it
  }
}
