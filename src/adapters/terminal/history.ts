import { readFileSync, writeFileSync } from 'node:fs';

const MAX_LINES = 500;

/** The lines typed in earlier chats, for the arrow keys. */
export interface History {
  /** Newest first. */
  readonly lines: readonly string[];
  write(lines: readonly string[]): void;
}

/** Opens the history in a file that only its owner can read; if that fails, there is none. */
export function openHistory(path: string): History {
  return {
    lines: readLines(path),
    write(lines) {
      try {
        writeFileSync(path, lines.slice(0, MAX_LINES).join('\n'), { mode: 0o600 });
      } catch {
        // The chat continues without its history.
      }
    },
  };
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .slice(0, MAX_LINES);
  } catch {
    return [];
  }
}
