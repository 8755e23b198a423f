import { posix } from 'node:path';
import type { CorpusWriter } from '../library/sources/corpus-writer.ts';
import type { SourceNote } from '../library/sources/source-notes.ts';
import { endingOf, type ItemFile, noteOf, ownPage } from './compose-item.ts';
import type { Feed, FeedItem, FeedReader } from './feed.ts';
import { type Fetcher, FetchFailure } from './fetcher.ts';
import { createItemPlaces } from './item-places.ts';
import type { WantedItem } from './new-items.ts';
import type { FollowedSource, SeenItem } from './source.ts';
import { sourceFolder } from './source-names.ts';
import type { SourceStore } from './source-store.ts';
import { isTeaser } from './teaser.ts';

/** The ports by which items become documents. */
export interface ItemPorts {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly writer: CorpusWriter;
  readonly sources: Pick<SourceStore, 'see'>;
}

/** Where items come from, and the moment. */
export interface ItemOrigin {
  readonly source: FollowedSource;
  readonly feed: Feed;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/**
 * Puts items into the corpus: first their files, then what is known of them, and only then the record that they came. A kill in
 * between is mended by the next look, which writes the same files again.
 */
export async function storeItems(
  ports: ItemPorts,
  wanted: readonly WantedItem[],
  origin: ItemOrigin,
): Promise<void> {
  const folder = sourceFolder(origin.source);
  const places = createItemPlaces(folder, await ports.writer.list(folder));
  const notes = new Map<string, Map<string, SourceNote | null>>();
  const seen: SeenItem[] = [];
  const replaced: string[] = [];
  for (const { item, hash, before } of wanted) {
    const dated = withoutFuture(item, origin.now);
    const note = noteOf(dated, origin.source, origin.feed);
    const { file, attempts } = await fileOf(ports, dated, { ...origin, note });
    const earlier = before?.file ?? places.earlier(item.key);
    const stem = earlier?.replace(/\.\w+$/, '') ?? places.next(dated);
    const path = stem + file.ending;
    await ports.writer.write(path, file.bytes);
    noteIn(notes, path, note);
    if (earlier !== null && earlier !== path) {
      replaced.push(earlier);
      noteIn(notes, earlier, null);
    }
    seen.push({
      key: item.key,
      file: path,
      hash,
      attempts: attempts === 0 ? 0 : (before?.attempts ?? 0) + 1,
      goneSince: null,
    });
  }
  for (const path of replaced) await ports.writer.remove(path);
  for (const [place, described] of notes) await ports.writer.describe(place, described);
  await ports.sources.see(origin.source.id, seen);
}

function noteIn(
  notes: Map<string, Map<string, SourceNote | null>>,
  path: string,
  note: SourceNote | null,
): void {
  const place = posix.dirname(path);
  const there = notes.get(place) ?? new Map<string, SourceNote | null>();
  notes.set(place, there.set(posix.basename(path), note));
}

const DAY = 86_400_000; // milliseconds

/** A date that has not come yet anywhere on earth is a mistake, and as good as unknown. */
function withoutFuture(item: FeedItem, now: Date): FeedItem {
  const latest = new Date(now.valueOf() + DAY).toISOString().slice(0, 10);
  return item.published !== null && item.published > latest ? { ...item, published: null, at: null } : item;
}

interface ItemNeeds extends ItemOrigin {
  readonly note: SourceNote;
}

/** The document of an item: its page where that has more than the feed, else the feed's own text. */
async function fileOf(
  { fetcher, reader }: ItemPorts,
  item: FeedItem,
  { source, feed, note, signal }: ItemNeeds,
): Promise<{ readonly file: ItemFile; readonly attempts: 0 | 1 }> {
  const own = () => ownPage(item, note, feed.language);
  const address = item.html === null ? (item.enclosure ?? item.link) : item.link;
  const wantsPage = source.full === 'yes' || (source.full === 'auto' && isTeaser({ ...item, link: address }));
  if (address === null || !wantsPage) return { file: own(), attempts: 0 };
  try {
    const fetched = await fetcher.get(address, { signal });
    const ending = fetched.status === 200 ? endingOf(fetched) : null;
    if (ending === null)
      return { file: own(), attempts: fetched.status >= 500 || fetched.status === 429 ? 1 : 0 };
    const bytes =
      ending === '.pdf' ? fetched.bytes : await reader.selfContained(fetched.bytes, fetched.charset);
    return { file: { ending, bytes }, attempts: 0 };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    return { file: own(), attempts: LASTING.has(error.kind) ? 0 : 1 };
  }
}

const LASTING: ReadonlySet<string> = new Set(['refused', 'disallowed', 'too-large', 'redirects']);
