import type { ReplyFile } from '../reply.ts';
import { toBibtex } from './bibtex.ts';
import { toCsl } from './csl.ts';
import type { Exported } from './exported.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';

/** The formats in which an answer is exported. */
export const EXPORT_FORMATS = ['md', 'json', 'html', 'bibtex', 'csl'] as const;

/** One of them. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Writer {
  /** The ending of the file's name. */
  readonly ending: string;
  readonly type: string;
  write(exported: Exported): string;
}

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  md: { ending: 'md', type: 'text/markdown', write: toMarkdown },
  json: { ending: 'json', type: 'application/json', write: toJson },
  html: { ending: 'html', type: 'text/html', write: toHtml },
  bibtex: { ending: 'bib', type: 'application/x-bibtex', write: toBibtex },
  csl: { ending: 'json', type: 'application/vnd.citationstyles.csl+json', write: toCsl },
};

/** Writes an answer into a file, `dossier-abcdefgh2345.bib`. */
export function writeExport(exported: Exported, format: ExportFormat): ReplyFile {
  const { ending, type, write } = WRITERS[format];
  return { name: `dossier-${exported.id}.${ending}`, type, text: write(exported) };
}
