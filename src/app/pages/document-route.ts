import { html, type Markup } from '../../adapters/web/markup.ts';
import type { Route } from '../../core/bot/platform.ts';
import type { AnswerArchive } from '../../core/conversations/answer-archive.ts';
import type { StoredAnswer } from '../../core/conversations/answer-store.ts';
import type { DocumentId } from '../../core/library/documents/document.ts';
import type { DocumentOrigin } from '../../core/library/documents/document-origin.ts';
import type { IndexedDocument } from '../../core/library/documents/indexed-document.ts';
import type { Library } from '../../core/library/library.ts';
import { quotedPoints } from '../../core/replies/quoted-points.ts';
import { formatDate } from '../../core/text/format-date.ts';
import { changedSection, findSuccessor } from './changed-wording.ts';
import type { DocumentFiles } from './document-files.ts';
import { type DocumentView, documentPage } from './document-page.ts';
import { type AnswerPorts, findAnswer } from './find-answer.ts';
import { type FoundQuotation, findQuotation, type LinkedQuotation, quotationOf } from './find-quotation.ts';
import { sendPage } from './layout.ts';
import { marksIn } from './marks.ts';
import { fileKind, sendFile } from './original-file.ts';
import { type PageAccess, pageRoute, type Visit } from './page-route.ts';

/** What the pages of documents are made from. */
export interface DocumentPorts extends AnswerPorts {
  readonly library: Pick<Library, 'scopeFor' | 'load'>;
  readonly answers: Pick<AnswerArchive, 'find'>;
  readonly files: DocumentFiles;
}

/** `/documents/<id>`: a document as it is stored, what was quoted marked. */
export function documentRoute(ports: DocumentPorts, access: PageAccess): Route {
  return pageRoute('documents', access, async (visit) => {
    const indexed = await findDocument(ports, visit);
    return (
      indexed && sendPage(documentPage(indexed.document, await viewOf(ports, access, { indexed, visit })))
    );
  });
}

/** `/originals/<id>`: the file that a document was read from. */
export function originalRoute(ports: DocumentPorts, access: PageAccess): Route {
  return pageRoute('originals', access, async (visit) => {
    const indexed = await findDocument(ports, visit);
    const origin = indexed && (await ports.files.originOf(indexed.document.id));
    const bytes = origin && (await ports.files.bytesOf(origin));
    return bytes && sendFile(origin.path, bytes);
  });
}

async function findDocument(
  { library }: DocumentPorts,
  { target, audience }: Visit,
): Promise<IndexedDocument | null> {
  const { collections } = library.scopeFor(audience);
  const id = target.name as DocumentId;
  const found = (await library.load([id])).get(id);
  return found && collections.includes(found.document.collection) ? found : null;
}

interface Opened {
  readonly indexed: IndexedDocument;
  readonly visit: Visit;
}

async function viewOf(ports: DocumentPorts, access: PageAccess, opened: Opened): Promise<DocumentView> {
  const { indexed, visit } = opened;
  const { document } = indexed;
  const quoted = quotationOf(visit.parameters);
  const quotation = quoted && findQuotation(indexed, quoted);
  const answer = visit.target.answer ? await findAnswer(ports, visit, visit.target.answer) : null;
  const excerpts = answer
    ? quotedPoints(answer.answer.reply).filter((point) => point.document === document.id)
    : [];
  const before = answer && quoted ? wordingOf(answer.answer, document.id, quoted) : null;
  const successor = quotation?.state === 'gone' && before ? findSuccessor(indexed, before.text) : null;
  const origin = await ports.files.originOf(document.id);
  const isWhole = visit.parameters.get('show') === 'left-out';
  const leftOut = isWhole && origin ? await ports.files.leftOutOf(document, origin) : null;
  return {
    quotation,
    marks: marksIn(indexed, quotation?.slice ?? successor, excerpts),
    changed:
      quotation?.state === 'gone' && before
        ? changedSection({
            ...{ quoted: before.text, on: before.on, language: document.language },
            now: successor && document.text.slice(successor.start, successor.end),
          })
        : null,
    leftOut: typeof leftOut === 'string' ? null : leftOut,
    leftOutNote: leftOut === null ? null : leftOutNote(leftOut),
    links: origin ? linksOf(access, opened, { origin, quotation, isWhole }) : [],
  };
}

/** The words that a link quotes, as the answer stores them, and the day of the answer. */
function wordingOf({ reply, at }: StoredAnswer, document: DocumentId, { start, end }: LinkedQuotation) {
  const point = quotedPoints(reply).find(
    (each) => each.document === document && each.start === start && each.end === end,
  );
  if (!point || point.text === '') return null;
  return { text: point.text, on: formatDate(at.toISOString().slice(0, 10)) };
}

function leftOutNote(leftOut: Exclude<DocumentView['leftOut'], null> | string): Markup {
  if (typeof leftOut === 'string')
    return html`<p class="notice" role="status">What was left out of the file cannot be shown: ${leftOut}.</p>`;
  const said =
    leftOut.length === 0
      ? 'Nothing was left out of the file.'
      : 'What Dossier left out of the file as page furniture, its headline included, is grey, with a broken line beside it. It is never quoted.';
  return html`<p class="notice" role="status">${said}</p>`;
}

interface LinkedFile {
  readonly origin: DocumentOrigin;
  readonly quotation: FoundQuotation | null;
  readonly isWhole: boolean;
}

/** Links to the file, and to the view with or without what was left out of it. */
function linksOf(
  { links }: PageAccess,
  { indexed: { document }, visit: { target, reader, parameters } }: Opened,
  { origin: { path, isPart }, quotation, isWhole }: LinkedFile,
): readonly Markup[] {
  const { label } = fileKind(path);
  const start = quotation?.slice?.start ?? 0;
  const page =
    document.pages?.format === 'pdf' ? document.pages.starts.findLast(({ at }) => at <= start) : undefined;
  const place = page && { place: `page=${page.index}` };
  const file = links.addressFor({ ...target, kind: 'originals' }, reader, place);
  const kept = Object.fromEntries(
    ['at', 'as'].flatMap((name) => (parameters.has(name) ? [[name, parameters.get(name) ?? '']] : [])),
  );
  const other = links.addressFor(target, reader, {
    parameters: isWhole ? kept : { ...kept, show: 'left-out' },
    place: 'content',
  });
  return [
    html`<a href="${file}">${isPart ? 'The file it is in' : 'The file itself'} (${label}${page ? `, at page ${page.label}` : ''})</a>`,
    ...(isPart
      ? []
      : [html`<a class="screen" href="${other}">${isWhole ? 'Hide' : 'Show'} what was left out</a>`]),
  ];
}
