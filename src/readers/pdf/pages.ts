import { getDocumentProxy } from 'unpdf';
import type { DocumentMetadata } from '../../core/library/document.ts';
import { unreadable } from '../../core/library/document-reader.ts';
import { UserError } from '../../core/text/user-error.ts';
import { parseProperties } from './properties.ts';
import { refuseSwollen } from './stream-sizes.ts';

/** A line of a page; measures are in points from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** The height of its letters. */
  readonly size: number;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type Item = Awaited<ReturnType<Page['getTextContent']>>['items'][number];
type Text = Extract<Item, { str: string }>;

const MAX_PAGES = 2000;
const QUIET = { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true };

/** The lines of each page in the order in which they were written. */
export async function readPages(
  bytes: Uint8Array,
): Promise<{ pages: PdfLine[][]; properties: DocumentMetadata }> {
  refuseSwollen(bytes);
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw unreadable(`has more than ${MAX_PAGES} pages; split it`);
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
    return { pages, properties: parseProperties(info as Readonly<Record<string, unknown>>) };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw unreadable('is a damaged PDF; save it again', cause);
  } finally {
    await pdf.destroy();
  }
}

/** PDF.js detaches the bytes that it is given, so it gets a copy. */
async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), QUIET);
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw unreadable(
      locked
        ? 'is a password-protected PDF; save it without a password'
        : 'is not a readable PDF (damaged, or another format); save it again',
      cause,
    );
  }
}

async function readPage(pdf: Pdf, number: number): Promise<PdfLine[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  const lines: PdfLine[] = [];
  let open: Text[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    open.push(item);
    if (item.hasEOL) {
      lines.push(...joinLine(open));
      open = [];
    }
  }
  return [...lines, ...joinLine(open)];
}

function joinLine(items: readonly Text[]): PdfLine[] {
  const text = items
    .map(({ str }) => str)
    .join('')
    .replace(/[\s\0]+/g, ' ')
    .trim();
  const shown = items.filter(({ str }) => str.trim() !== '');
  const [first] = shown;
  if (text === '' || !first) return [];
  const edges = shown.map(({ transform, width }) => Number(transform[4]) + width);
  return [
    {
      text,
      left: Number(first.transform[4]),
      right: edges.reduce((most, edge) => Math.max(most, edge)),
      base: Number(first.transform[5]),
      size: first.height || Math.abs(Number(first.transform[3])),
    },
  ];
}
