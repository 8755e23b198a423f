import { readFileSync, writeFileSync } from 'node:fs';

const MAX_LINES = 500;

/** What was typed in earlier chats, for the arrow keys. */
export interface History {
  /** Newest first. */
  readonly lines: readonly string[];
  write(lines: readonly string[]): void;
}

/** Keeps the history in a file that only its owner can read; where that can't be, there is none. */
export function openHistory(path: string): History {
  return {
    lines: readLines(path),
    write(lines) {
      try {
        writeFileSync(path, lines.slice(0, MAX_LINES).join('\n'), { mode: 0o600 });
      } catch {
        // A chat is worth more than its history.
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
