import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { PageStart } from '../../core/library/documents/pages.ts';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { fileTitle } from '../../core/text/file-title.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { tableText } from '../clean/table-text.ts';
import { refuseOldFormat } from '../office/old-format.ts';
import { parseProperties } from '../office/properties.ts';
import { openZip } from '../office/zip-directory.ts';
import type { Workbook } from './workbook.ts';

// 16 MB take about 2 s of one core and 190 MB.
const MAX_SHEET_BYTES = 16_000_000;

/** Reads the sheets of a workbook as they are shown, each as a page: a paragraph for each row. */
export const xlsxReader: DocumentReader = {
  format: 'xlsx',
  accepts: (name) => /\.xlsx$/i.test(name),
  read: async (bytes, name) => {
    refuseOldFormat(bytes, 'workbook', '.xlsx');
    const entries = openZip(bytes, 'Excel workbook', MAX_SHEET_BYTES);
    const { sheets } = await openWorkbook(bytes);
    const texts = sheets.map(({ name: label, index, rows }) => ({ label, index, text: tableText(rows()) }));
    const { text, pages } = joinPages(texts.filter((sheet) => sheet.text !== ''));
    refuseUnreadable(text);
    const embedded = parseProperties(entries.get('docProps/core.xml')?.() ?? null);
    return { title: fileTitle(name), text, metadata: UNKNOWN, embedded, pages };
  },
};

async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { parseWorkbook } = await import('./workbook.ts');
  try {
    return parseWorkbook(bytes);
  } catch (cause) {
    throw unreadable('is a damaged Excel workbook; save it again', cause);
  }
}

type Sheet = Omit<PageStart, 'at'> & { readonly text: string };

function joinPages(sheets: readonly Sheet[]): { text: string; pages: PageStart[] } {
  const pages: PageStart[] = [];
  let at = 0;
  for (const { label, index, text } of sheets) {
    pages.push({ at, label, index });
    at += text.length + 2;
  }
  return { text: sheets.map(({ text }) => text).join('\n\n'), pages };
}
