import { createHash } from 'node:crypto';
import type { CollectionId } from '../library/documents/document.ts';
import type { FeedItem } from './feed.ts';

/** A hash of texts, as so many hexadecimal digits. */
export function digest(texts: readonly (string | null)[], digits: number): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, digits);
}

/** The id of a source: that of its collection and address, whoever names it. */
export function sourceId(collection: CollectionId, url: string): string {
  return digest([collection, url], 16);
}

/** The folder in the corpus where the documents of a source are put. */
export function sourceFolder({
  id,
  collection,
  url,
}: {
  id: string;
  collection: CollectionId;
  url: string;
}): string {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return `${collection}/collected/${slug(host, 40) || 'feed'}-${id.slice(0, 6)}`;
}

/** The path of what somebody adds, without its ending; `key` is its address, or a hash of its content. */
export function addedPath(
  collection: CollectionId,
  { key, title }: { readonly key: string; readonly title: string | null },
): string {
  const name = [slug(title ?? '', 60), itemMark(key)].filter((part) => part !== '').join('-');
  return `${collection}/added/${name}`;
}

const OWN = /^[^/]+\/(?:added\/|collected\/[^/]+-[\da-f]{6}\/[^/]+\/)(?:[^/]*-)?[\da-f]{8}\.[a-z\d]+$/;

/** Whether a file of the corpus is one that Dossier put there: something added or collected, by its name. */
export function isPutThere(path: string): boolean {
  return OWN.test(path);
}

/** The mark that ends the name of such a file. */
export function markOf(path: string): string {
  return /([\da-f]{8})(?:\.[a-z\d]+)?$/.exec(path)?.[1] ?? path;
}

/** Identifies a file by its content. */
export function contentKey(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The digits that end the names of an item's files. */
export function itemMark(key: string): string {
  return digest([key], 8);
}

/** The name of an item's file, without its ending. What has no date gets none: one in its name would be taken for its own. */
export function itemName({ key, title, published }: Pick<FeedItem, 'key' | 'title' | 'published'>): string {
  const words = slug(title ?? '', 60);
  return [published, words, itemMark(key)].filter((part) => part !== null && part !== '').join('-');
}

/** Letters and digits that every file system takes, the words joined by hyphens. */
function slug(text: string, most: number): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '');
  return words.length <= most ? words : words.slice(0, most).replace(/-[^-]*$/, '');
}
