import type { Stamp } from './folder-scan.ts';

/** When a folder is looked at, and whether for the first time. */
export interface ScanOptions {
  readonly now: Date;
  /**
   * The first scan applies everything at once, except access rules wider than the saved ones, and throws if settings
   * are malformed.
   */
  readonly first: boolean;
}

const SETTLING = 300; // milliseconds without a write after which a file counts as complete

/** Whether a file counts as completely written. A file time in the future counts as long ago. */
export function isSettled({ written }: Stamp, { first, now }: ScanOptions): boolean {
  return first || Math.abs(now.valueOf() - written) >= SETTLING;
}
