import { digest } from './source-names.ts';

/** What the text of a watched page is recognised by. */
export interface PageVersion {
  readonly hash: string;
  /** Characters; null of a page that was last stored before lengths were. */
  readonly length: number | null;
}

/** The version that a text is; another layout makes no other one. */
export function versionOf(text: string): PageVersion {
  const plain = text.replace(/\s+/g, ' ').trim();
  return { hash: digest([plain], 32), length: plain.length };
}

/** Writes a version as the one text that the record of an item has room for. */
export function formatVersion({ hash, length }: PageVersion): string {
  return length === null ? hash : `${hash} ${length}`;
}

/** Reads a version from such a text. */
export function parseVersion(written: string): PageVersion {
  const [hash = '', length] = written.split(' ');
  return { hash, length: length === undefined ? null : Number(length) };
}

const MUCH = 10; // times

/** Whether a page has much less text than another version of it. */
export function isMuchShorter(version: PageVersion, before: PageVersion): boolean {
  return version.length !== null && before.length !== null && version.length * MUCH < before.length;
}
