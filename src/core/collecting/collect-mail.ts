import type { CorpusWriter } from '../library/sources/corpus-writer.ts';
import { parseStatedDate } from '../text/stated-date.ts';
import { FetchFailure } from './fetcher.ts';
import { createItemPlaces } from './item-places.ts';
import { formatPlace, type Mail, type Mailbox, type MailPlace, parsePlace } from './mailbox.ts';
import type { ClaimedSource, SeenItem } from './source.ts';
import { contentKey, sourceFolder } from './source-names.ts';
import type { SourceStore } from './source-store.ts';

/** The ports by which mail becomes documents. */
export interface MailPorts {
  readonly writer: Pick<CorpusWriter, 'write' | 'list'>;
  readonly sources: Pick<SourceStore, 'items' | 'see'>;
  now(): Date;
}

/** What a look at a mailbox brought. */
export interface CollectedMail {
  readonly items: number;
  /** Whether messages are left for the next look. */
  readonly left: boolean;
  /** How far it was read, as a source stores it; null if nothing was ever there. */
  readonly place: string | null;
}

const SHARE = 20; // messages that are recorded together
const MOST = 200; // messages that one look takes in
const LONGEST = 4 * 60_000; // milliseconds that a look takes at most
const DAY = 86_400_000; // milliseconds

/**
 * Puts the new messages of a mailbox into the corpus: first their files, then the record that they came, and at last how far the mailbox was
 * read. A message is known by its bytes, so that one which comes again, after a kill or because the mailbox counts anew, is
 * stored once. If the mailbox breaks off after some messages, the next look goes on from there.
 */
export async function collectMail(
  ports: MailPorts,
  { mailbox, source }: { readonly mailbox: Mailbox; readonly source: ClaimedSource },
  signal: AbortSignal,
): Promise<CollectedMail> {
  await checkCollection(ports, source);
  const known = new Set((await ports.sources.items(source.id)).map(({ key }) => key));
  const begun = ports.now();
  let waiting: Mail[] = [];
  let [items, place, recorded]: [number, MailPlace | null, MailPlace | null] = [0, null, null];
  const record = async () => {
    items += await storeMails(ports, waiting, { source, known, now: begun });
    waiting = [];
    recorded = place;
  };
  const result = (left: boolean) => ({ items, left, place: recorded ? formatPlace(recorded) : source.etag });
  try {
    for await (const reached of mailbox.read(parsePlace(source.etag), signal)) {
      place = reached.place;
      if (reached.mail) waiting.push(reached.mail);
      if (waiting.length >= SHARE) await record();
      if (items >= MOST || ports.now().valueOf() - begun.valueOf() > LONGEST) {
        await record();
        return result(true);
      }
    }
    await record();
    return result(false);
  } catch (error) {
    if (signal.aborted || !(error instanceof FetchFailure) || place === null) throw error;
    await record();
    return result(true);
  }
}

/** Mail for a collection that is not there would make one that everybody may read. */
async function checkCollection({ writer }: MailPorts, { collection }: ClaimedSource): Promise<void> {
  if ((await writer.list(collection)).length > 0) return;
  throw new FetchFailure(`belongs to the collection ${collection}, which is not there`, 'refused');
}

interface Taking {
  readonly source: ClaimedSource;
  readonly known: Set<string>;
  readonly now: Date;
}

/** How many of these messages were new. */
async function storeMails(ports: MailPorts, mails: readonly Mail[], { source, known, now }: Taking) {
  const folder = sourceFolder(source);
  const places = createItemPlaces(folder, await ports.writer.list(folder));
  const seen: SeenItem[] = [];
  for (const { subject, date, bytes } of mails) {
    const key = contentKey(bytes).slice(0, 32);
    if (known.has(key)) continue;
    known.add(key);
    const published = pastDay(parseStatedDate(date ?? ''), now);
    const stem =
      places.earlier(key)?.replace(/\.\w+$/, '') ?? places.next({ key, title: subject, published });
    const file = `${stem}.eml`;
    await ports.writer.write(file, bytes);
    seen.push({ key, file, hash: key, attempts: 0, goneSince: null });
  }
  if (seen.length > 0) await ports.sources.see(source.id, seen);
  return seen.length;
}

/** A date that has not come yet anywhere on earth is as good as unknown. */
function pastDay(day: string | null, now: Date): string | null {
  const latest = new Date(now.valueOf() + DAY).toISOString().slice(0, 10);
  return day !== null && day <= latest ? day : null;
}
