import type { Kysely, RawBuilder } from 'kysely';
import type { CollectionId, DocumentSummary } from '../../../core/library/documents/document.ts';
import type { StoredPage } from '../../../core/library/stored/document-store.ts';
import { createWordTest, type SoughtPhrases, soughtBits } from '../../../core/text/word-filter.ts';
import { yieldToEvents } from '../../../core/text/yield-to-events.ts';
import { toSummary } from './document-rows.ts';
import type { DocumentSchema } from './document-tables.ts';
import { admitsNone, type Documents, roughly } from './filter-rows.ts';
import { mayHavePhrases } from './phrase-filter.ts';

const BITS = 500; // at most of a condition, as of 25 phrases of three words; SQLite refuses 1000 in a row
const ASKED = 2000; // documents that a condition is asked of together: some ten milliseconds
const READ = 200; // documents whose words are read together; those of a whole book are 126 kB

/** Lists a page of the documents of some collections. */
export async function listDocuments(
  database: Kysely<DocumentSchema>,
  collections: readonly CollectionId[],
  { limit, after, filter, having }: StoredPage,
): Promise<readonly DocumentSummary[]> {
  if (collections.length === 0 || (filter !== null && admitsNone(filter))) return [];
  const all = database.selectFrom('corpus_documents').where('collection', 'in', collections);
  const admitted = filter === null ? all : roughly(all, filter);
  const ordered = admitted.orderBy('id');
  if (having !== null) {
    const isLong = soughtBits(having).flat(2).length > BITS;
    const ids = isLong
      ? await idsReading(ordered, having, { limit, after })
      : await idsMeeting(ordered, mayHavePhrases(database, having), { limit, after });
    if (ids.length === 0) return [];
    const found = all.where('id', 'in', ids).selectAll().orderBy('id').limit(limit);
    return (await found.execute()).map(toSummary);
  }
  const page = after === null ? ordered : ordered.where('id', '>', after);
  return (await page.limit(limit).selectAll().execute()).map(toSummary);
}

type Page = Pick<StoredPage, 'limit' | 'after'>;

/** The ids of documents that meet a condition, without reading their words. */
async function idsMeeting(
  ordered: Documents<object>,
  condition: RawBuilder<boolean>,
  { limit, after }: Page,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let from: string | null = after; found.length < limit; ) {
    const rest = from === null ? ordered : ordered.where('id', '>', from);
    const end = await rest
      .select('id')
      .offset(ASKED - 1)
      .limit(1)
      .executeTakeFirst();
    const some = end === undefined ? rest : rest.where('id', '<=', end.id);
    const rows = await withWords(some).select('id').where(condition).limit(limit).execute();
    found.push(...rows.map(({ id }) => id));
    if (end === undefined) break;
    from = end.id;
    await yieldToEvents();
  }
  return found;
}

/** The ids of documents that may have one of many or long phrases, which databases compare more slowly than we do. */
async function idsReading(
  ordered: Documents<object>,
  having: SoughtPhrases,
  { limit, after }: Page,
): Promise<readonly string[]> {
  const mayHave = createWordTest(having);
  const all = withWords(ordered).select(['id', 'words']).limit(READ);
  const found: string[] = [];
  for (let from: string | null = after; found.length < limit; ) {
    const rows = await (from === null ? all : all.where('id', '>', from)).execute();
    for (const { id, words } of rows) if (words === null || mayHave(new Uint8Array(words))) found.push(id);
    if (rows.length < READ) break;
    from = rows.at(-1)?.id ?? null;
    await yieldToEvents();
  }
  return found;
}

function withWords(documents: Documents<object>) {
  return documents.leftJoin('corpus_words', 'corpus_words.document', 'corpus_documents.id');
}
