import { type DocumentMetadata, UNKNOWN } from '../../core/library/documents/document.ts';
import { type ReadDocument, unreadable } from '../../core/library/reading/document-reader.ts';
import { detectLanguage } from '../../core/text/detect-language.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { composeText } from './compose.ts';
import { findHeadline, isBorneOut } from './headline.ts';
import { createJoiner } from './hyphens.ts';
import { NO_TEXT } from './no-text.ts';
import { type PdfPage, readPages } from './pages.ts';
import { dropRunningLines } from './running-lines.ts';
import { ALL_OMITTED, describeOmitted, isUnreadable } from './unreadable.ts';

const SAMPLE = 100; // lines

/** Reads a PDF; a UserError says why nothing can be read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const { pages: all, properties } = await readPages(bytes);
  const omitted = new Set(all.filter(isUnreadable));
  const readable = await withoutRunningLines(
    all.filter((page) => !omitted.has(page)),
    bytes,
  );
  if (omitted.size > 0 && readable.every(isEmpty)) throw unreadable(ALL_OMITTED);
  const lines = readable.map((page) => page.lines);
  const language = await detectLanguage(
    lines
      .flat()
      .slice(0, SAMPLE)
      .map((line) => line.text)
      .join(' '),
  );
  const { text, pages } = composeText(readable, createJoiner(lines.flat(), language));
  refuseUnreadable(text, NO_TEXT);
  const title = findHeadline(lines);
  return {
    title,
    text,
    metadata: UNKNOWN,
    embedded: checkTitle(properties, title, lines.find((page) => page.length > 0) ?? []),
    pages,
    omissions: omitted.size > 0 ? [describeOmitted([...omitted])] : [],
  };
}

/** Lines that are all there is on each page, such as those of slides or forms, are no headers; above scans they may be. */
async function withoutRunningLines(
  pages: readonly PdfPage[],
  bytes: Uint8Array,
): Promise<readonly PdfPage[]> {
  const kept = dropRunningLines(pages);
  const first = pages.find((page) => !isEmpty(page));
  if (!first || !kept.every(isEmpty)) return kept;
  const { openScannedPages } = await import('./scanned-pages.ts');
  const scans = await openScannedPages(bytes);
  try {
    return (await scans.pictureOf(first.index)) === null ? pages : kept;
  } finally {
    await scans.close();
  }
}

function isEmpty({ lines, turned }: PdfPage): boolean {
  return lines.length + turned.length === 0;
}

/** A title in the properties that the first page doesn't bear out loses to the headline there. */
function checkTitle(
  properties: DocumentMetadata,
  headline: string | null,
  first: PdfPage['lines'],
): DocumentMetadata {
  const { title } = properties;
  return headline === null || title === null || isBorneOut(title, first)
    ? properties
    : { ...properties, title: null };
}
