import { chooseDelimiter } from './delimiter.ts';

const DECLARED = /^sep=(.)\r?\n/i; // as Excel writes it above the table
const UNQUOTED = '\u0000'; // no character of a text file

/** Parses the rows of a file. Where a quotation mark is never closed, marks are taken as text. */
export async function parseRows(text: string): Promise<string[][]> {
  const { default: papa } = await import('papaparse');
  const declared = DECLARED.exec(text.slice(0, 10));
  const table = text.slice(declared?.[0].length ?? 0).replace(/\r\n?/g, '\n');
  const delimiter = declared?.[1] ?? chooseDelimiter(table, papa.parse);
  const quoted = papa.parse<string[]>(table, { delimiter });
  if (!quoted.errors.some(({ code }) => code === 'MissingQuotes')) return quoted.data;
  return papa.parse<string[]>(table, { delimiter, quoteChar: UNQUOTED }).data;
}
