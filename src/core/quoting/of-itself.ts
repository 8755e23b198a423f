import type { Document } from '../library/documents/document.ts';

/** Where a text stands: its document, and the number of its passage there. */
export interface TextPlace {
  readonly document: Pick<Document, 'id' | 'title'>;
  readonly passage: number;
}

const OPENING = 1; // the number of the last passage in which a document introduces itself

/**
 * Whether a document speaks of itself: “This report describes …” where it begins, and “This RFC proposes …”, “This policy covers …”
 * where its title or its path has that word. Elsewhere the report may be somebody's of whom the sentence before speaks.
 */
export function speaksOfItself(text: string, { document, passage }: TextPlace): boolean {
  const kind = OF_ITSELF.exec(text)?.[1];
  if (kind === undefined) return false;
  if (passage <= OPENING && !OFTEN_OTHERS.test(kind)) return true;
  const named = `${document.title ?? ''} ${document.id}`.toLowerCase().split(/[^\p{L}]+/u);
  return named.includes(kind.toLowerCase()) || named.includes(`${kind.toLowerCase()}s`);
}

const OFTEN_OTHERS = /^(?:policy|proposal|study|note|guide)$/;

const OF_ITSELF =
  /^(?:This|Diese[rs]|Ce|Este|Questo) (\p{Lu}{2,6}|document|paper|report|memo|proposal|guide|manual|handbook|specification|policy|note|study|Dokument|Papier|Bericht|rapport|documento|informe) (?:\p{Ll}+ly |also )?(?:proposes|describes|specifies|defines|introduces|outlines|explains|documents|presents|recommends|examines|summari[sz]es|provides|covers|aims|seeks|argues|suggests|contains|sets out|lays out|beschreibt|enthält|décrit|présente|propose|describe|presenta|propone|descreve|apresenta|propõe)(?!\p{L})/u;
