import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { FollowedSource } from '../../src/core/collecting/source.ts';
import type { SourceStore } from '../../src/core/collecting/source-store.ts';
import { failing, sourceTitle } from '../../src/core/collecting/source-troubles.ts';
import {
  type Document,
  type DocumentSummary,
  displayTitle,
} from '../../src/core/library/documents/document.ts';
import { loadNamed } from '../../src/core/library/documents/find-document.ts';
import { explainGrade } from '../../src/core/library/documents/grade.ts';
import type { Library } from '../../src/core/library/library.ts';
import { toSource } from '../../src/core/quoting/citations.ts';
import { citedPages } from '../../src/core/quoting/cited-pages.ts';
import { joinKnown } from '../../src/core/replies/block-lines.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, ListReply } from '../../src/core/replies/reply.ts';
import { formatDate, formatKnownDate } from '../../src/core/text/format-date.ts';
import { hint } from '../../src/core/text/hint.ts';

/** What the list of documents is made of. */
export interface DocumentListPorts {
  readonly library: Library;
  readonly sources: Pick<SourceStore, 'list'>;
}

/** Lists the documents that an audience may read; managers are told which files were not indexed, and which feeds fail. */
export async function composeDocuments(
  { library, sources }: DocumentListPorts,
  context: RequestContext,
): Promise<ListReply> {
  const scope = library.scopeFor(context.audience);
  const documents = await library.list(scope, { limit: MAX_LISTED });
  const refused = context.manager ? library.refused(scope).filter(({ partly }) => !partly) : [];
  const followed = context.manager ? await sources.list().catch(() => []) : [];
  const trouble = failing(followed.filter(({ collection }) => scope.collections.includes(collection)));
  return composeList(replyContext(library, context, 'sources'), {
    headline: 'Documents',
    items: documents.map(documentItem),
    byTitle: true,
    note: joinNotes([
      countLeft(scope.coverage.documents, documents),
      countRefused(refused.length),
      nameFailing(trouble),
    ]),
  });
}

const MAX_LISTED = 1000; // documents; nobody reads more

/** Says how many documents are not listed, and how they are opened. */
function countLeft(all: number, listed: readonly DocumentSummary[]): string | null {
  const last = listed.at(-1);
  if (!last || all <= listed.length) return null;
  return `… and ${all - listed.length} more; name one by its id or its title, for example ${hint('sources', { what: last.id })}.`;
}

function countRefused(count: number): string | null {
  if (count === 0) return null;
  return `${count === 1 ? '1 file is' : `${count} files are`} not indexed; ${hint('status', { what: 'unread' })} says which and why.`;
}

const MAX_NAMED = 3; // feeds

function nameFailing(sources: readonly FollowedSource[]): string | null {
  if (sources.length === 0) return null;
  const names = sources.slice(0, MAX_NAMED).map(sourceTitle).join(', ');
  const more = sources.length > MAX_NAMED ? ` and ${sources.length - MAX_NAMED} more` : '';
  return `${sources.length === 1 ? '1 feed fails' : `${sources.length} feeds fail`} (${names}${more}); ${hint('status')} says since when and why.`;
}

function joinNotes(notes: readonly (string | null)[]): string | null {
  const known = notes.filter((note) => note !== null);
  return known.length === 0 ? null : known.join(' ');
}

function documentItem(document: DocumentSummary): Item {
  const { id, heading, publisher, published, grade = null, tags } = document;
  const detail = joinKnown([publisher, formatKnownDate(published), grade, tags?.join(', ') ?? null]);
  return { id, title: heading, detail };
}

/** Shows one document: its metadata and, for programs, its stored text. */
export async function composeDocument(
  library: Library,
  context: RequestContext,
  id: string,
): Promise<ListReply> {
  const { document } = await loadNamed(library, library.scopeFor(context.audience), id);
  return composeList(replyContext(library, context, 'sources'), {
    headline: displayTitle(document),
    items: factsOf(document),
    sources: [toSource(document, 1)],
    stored: document.text,
  });
}

function factsOf(document: Document): Item[] {
  const { id, publisher, author, published, url, language, sha256, text, tags, grade } = document;
  const { place } = citedPages(document, { start: 0, end: text.length });
  const facts = {
    id,
    publisher: publisher ?? 'unknown',
    author: author ?? 'unknown',
    published: published === null ? 'unknown' : formatDate(published),
    url: url ?? 'unknown',
    language,
    ...(grade && { grade: explainGrade(grade) ?? '' }),
    ...(tags && { tags: tags.join(', ') }),
    length: joinKnown([`${text.length} characters`, place]),
    sha256,
  };
  return Object.entries(facts).map(([name, detail]) => toItem(name, detail));
}
