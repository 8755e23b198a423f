import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { readFeedsFile } from './feeds-file.ts';
import { FEEDS_FILE } from './followed-feeds.ts';

/** A feed as a list from elsewhere has it. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
}

/**
 * Appends feeds to the `feeds.yaml` of a collection's folder, which keeps its comments; what it names already is left as it is.
 * Returns those that were new. Rejects with a UserError if the file is no list.
 */
export async function appendFeeds(
  folder: string,
  feeds: readonly ListedFeed[],
): Promise<readonly ListedFeed[]> {
  const path = join(folder, FEEDS_FILE);
  const known = new Set((await readFeedsFile(path)).feeds.map(({ url }) => url));
  const added = [...new Map(feeds.map((feed) => [feed.url, feed])).values()].filter(
    ({ url }) => !known.has(url),
  );
  if (added.length === 0) return [];
  const text = await readFile(path, 'utf8').catch(() => '');
  const half = join(folder, `.${FEEDS_FILE}.part-${process.pid}`);
  await writeFile(half, append(text, added));
  await rename(half, path);
  return added;
}

function append(text: string, feeds: readonly ListedFeed[]): string {
  const parsed = parseDocument(text);
  const document = isSeq(parsed.contents) ? parsed : parseDocument(`${text.trimEnd()}\n[]`.trimStart());
  if (isSeq(document.contents)) document.contents.flow = false;
  for (const { url, title } of feeds)
    document.add(document.createNode(title === null ? url : { url, title }));
  return document.toString({ lineWidth: 0 });
}
