import { posix } from 'node:path';
import { documentsOf } from '../library/reading/read-outcome.ts';
import type { CorpusWriter } from '../library/sources/corpus-writer.ts';
import type { SourceNote } from '../library/sources/source-notes.ts';
import { endingOf, type ItemFile } from './compose-item.ts';
import { FeedProblem, type FeedReader } from './feed.ts';
import type { Fetched } from './fetcher.ts';
import { createItemPlaces } from './item-places.ts';
import { REMOVED } from './new-items.ts';
import type { ReadDraft } from './page-reader.ts';
import { formatVersion, isMuchShorter, parseVersion, versionOf } from './page-version.ts';
import type { FollowedSource, SeenItem } from './source.ts';
import { sourceFolder } from './source-names.ts';
import type { SourceStore } from './source-store.ts';

/** The ports by which a watched page is looked at. */
export interface PagePorts {
  readonly reader: FeedReader;
  readonly readDraft: ReadDraft;
  readonly writer: CorpusWriter;
  readonly sources: Pick<SourceStore, 'see'>;
}

/** A page as it was answered. */
export interface PageAnswer {
  readonly source: FollowedSource;
  readonly fetched: Fetched;
  readonly seen: readonly SeenItem[];
}

const KEY = 'page'; // the one item of a watched page
const WAITING = 'page: waiting'; // a much shorter text that was found in its place, as long as one look found it

/**
 * Puts a watched page into the corpus if its text is another one than before; what readers leave out, such as menus and
 * counters, is no change. A text of less than a tenth, such as a note that the site is being mended, waits until a second look
 * finds it again. Rejects with a FeedProblem if there is no text. Returns whether anything changed.
 */
export async function lookAtPage(ports: PagePorts, { source, fetched, seen }: PageAnswer): Promise<boolean> {
  const before = seen.find(({ key }) => key === KEY) ?? null;
  if (before?.hash === REMOVED) return false;
  const file = await pageFile(ports, fetched);
  const note: SourceNote = { url: source.url, ...(source.title !== null && { publisher: source.title }) };
  const { text, title } = await readText(ports, source, { ...file, note });
  const version = versionOf(text);
  const known = before && parseVersion(before.hash);
  const waiting = seen.find(({ key }) => key === WAITING) ?? null;
  if (known && isMuchShorter(version, known) && waiting?.hash !== version.hash) {
    await ports.sources.see(source.id, [waitingFor(version.hash)]);
    return false;
  }
  const settled = waiting === null || waiting.attempts === 0 ? [] : [waitingFor(null)];
  if (before?.file && known?.hash === version.hash) {
    if (settled.length > 0) await ports.sources.see(source.id, settled);
    return false;
  }
  const named = before?.file ?? (await placeOf(ports.writer, source, title));
  const path = named.replace(/\.\w+$/, '') + file.ending;
  await ports.writer.write(path, file.bytes);
  await ports.writer.describe(posix.dirname(path), new Map([[posix.basename(path), note]]));
  if (before?.file && before.file !== path) await removeEarlier(ports, before.file);
  const item = { key: KEY, file: path, hash: formatVersion(version) };
  await ports.sources.see(source.id, [{ ...item, attempts: 0, goneSince: null }, ...settled]);
  return true;
}

/** The record that a text waits for a second look, which gets the whole page again; or, without one, that none does. */
function waitingFor(hash: string | null): SeenItem {
  return { key: WAITING, file: null, hash: hash ?? '', attempts: hash === null ? 0 : 1, goneSince: null };
}

/** What was fetched as a file of the corpus. Rejects with a FeedProblem if it is nothing that readers take. */
export async function pageFile(
  { reader }: { readonly reader: Pick<FeedReader, 'selfContained'> },
  fetched: Fetched,
): Promise<ItemFile> {
  const ending = endingOf(fetched);
  if (ending === null) throw new FeedProblem('is neither a page nor a document');
  const bytes =
    ending === '.pdf' ? fetched.bytes : await reader.selfContained(fetched.bytes, fetched.charset);
  return { ending, bytes };
}

async function readText(
  { readDraft }: PagePorts,
  { collection }: FollowedSource,
  file: ItemFile & { readonly note: SourceNote },
): Promise<{ readonly text: string; readonly title: string | null }> {
  const outcome = await readDraft({ ...file, collection });
  if (outcome.kind === 'refused') throw new FeedProblem(outcome.reason);
  const [first] = documentsOf(outcome);
  const texts = documentsOf(outcome).map(({ document }) => document.text);
  return { text: texts.join('\n'), title: first?.document.title ?? null };
}

/** Where the page is, or will be, without its ending. */
async function placeOf(writer: CorpusWriter, source: FollowedSource, title: string | null): Promise<string> {
  const folder = sourceFolder(source);
  const places = createItemPlaces(folder, await writer.list(folder));
  return places.earlier(KEY) ?? places.next({ key: KEY, title, published: null });
}

async function removeEarlier({ writer }: PagePorts, path: string): Promise<void> {
  await writer.remove(path);
  await writer.describe(posix.dirname(path), new Map([[posix.basename(path), null]]));
}
