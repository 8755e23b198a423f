import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { DocumentReader } from '../../core/library/reading/document-reader.ts';
import { fileTitle } from '../../core/text/file-title.ts';
import { decodeText } from '../clean/decode.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { tableText } from '../clean/table-text.ts';
import { parseRows } from './rows.ts';

/** Reads a table of values parted by commas, semicolons, tabs or bars: a paragraph for each row, under its header's names. */
export const csvReader: DocumentReader = {
  format: 'csv',
  accepts: (name) => /\.(?:csv|tsv)$/i.test(name),
  read: async (bytes, name) => {
    const text = tableText(await parseRows(await decodeText(bytes)));
    refuseUnreadable(text);
    return { title: fileTitle(name), text, metadata: UNKNOWN };
  },
};
