import { displayable } from '../../text/displayable.ts';
import type { Exported, ExportedSource } from './exported.ts';
import { formatJson } from './json.ts';
import { addressOf, dateParts, keyOf, proofOf, quotationsOf } from './reference.ts';

/** Formats the sources of an answer as CSL-JSON (citationstyles.org), with the quotations in `annote`. */
export function toCsl(exported: Exported): string {
  return formatJson(exported.sources.map((source) => item(exported, source)));
}

/** A web page if the document has an address; otherwise a document, since what else it may be is not known. */
function item(exported: Exported, source: ExportedSource) {
  const { title, author, publisher, published, language, tags } = source;
  const address = addressOf(source);
  return {
    id: keyOf(source),
    type: address === null ? 'document' : 'webpage',
    title: displayable(title),
    ...(author !== null && { author: [{ literal: displayable(author) }] }),
    ...(publisher !== null && {
      [address === null ? 'publisher' : 'container-title']: displayable(publisher),
    }),
    ...(published !== null && { issued: { 'date-parts': [dateParts(published)] } }),
    accessed: { 'date-parts': [dateParts(exported.accessed)] },
    ...(address !== null && { URL: address }),
    ...(language !== null && { language }),
    ...(tags && { keyword: tags.join(', ') }),
    note: proofOf(source),
    annote: quotationsOf(exported, source),
  };
}
