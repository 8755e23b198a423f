import { getDocumentProxy } from 'unpdf';
import type { DocumentMetadata } from '../../core/library/documents/document.ts';
import { unreadable } from '../../core/library/reading/document-reader.ts';
import { UserError } from '../../core/text/user-error.ts';
import { characterMaps } from './character-maps.ts';
import { type Field, parseAnnotations, parseFields } from './fields.ts';
import { dropLineNumbers } from './line-numbers.ts';
import { layLines, type PdfLine } from './lines.ts';
import { parseProperties } from './properties.ts';
import { orderLines } from './reading-order.ts';
import { layersOf } from './runs.ts';
import { refuseSwollen } from './stream-sizes.ts';

/** A page with its lines in reading order. */
export interface PdfPage {
  readonly label: string;
  /** Its place in the file, from 1. */
  readonly index: number;
  readonly lines: readonly PdfLine[];
  /** Lines in other directions of writing than most of the page. */
  readonly turned: readonly PdfLine[];
}

type FormFields = Readonly<Record<string, readonly object[]>> | null;
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const MAX_PAGES = 2000;
const QUIET = { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true };

/** Reads the pages of a PDF, and what its properties say. */
export async function readPages(
  bytes: Uint8Array,
): Promise<{ pages: PdfPage[]; properties: DocumentMetadata }> {
  refuseSwollen(bytes);
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw unreadable(`has more than ${MAX_PAGES} pages; split it`);
    const labels = await pdf.getPageLabels().catch(() => null);
    const fields = parseFields((await pdf.getFieldObjects().catch(() => null)) as FormFields);
    const pages: PdfPage[] = [];
    for (let index = 1; index <= pdf.numPages; index++) {
      const label = labels?.[index - 1]?.trim() || String(index);
      pages.push({ label, index, ...(await readLines(pdf, index, fields.get(index - 1))) });
    }
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
    return await getDocumentProxy(Uint8Array.from(bytes), {
      ...QUIET,
      cMapUrl: characterMaps(),
      cMapPacked: true,
    });
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

async function readLines(
  pdf: Pdf,
  index: number,
  fields: readonly Field[] = [],
): Promise<Pick<PdfPage, 'lines' | 'turned'>> {
  const page = await pdf.getPage(index);
  const content = await page.getTextContent();
  const written = parseAnnotations(await page.getAnnotations().catch(() => []));
  page.cleanup();
  const [lines = [], ...turned] = layersOf(content, [...fields, ...written]).map((runs) =>
    orderLines(dropLineNumbers(layLines(runs))),
  );
  return { lines, turned: turned.flat() };
}
