import { deflateSync, inflateSync } from 'node:zlib';
import type { IndexedDocument } from '../../../core/library/documents/indexed-document.ts';

const LEVEL = 1; // of compression: texts shrink to less than a half, and are read in a tenth of a millisecond

/** Packs a document with its passages. Bytes, since no database changes those. */
export function packDocument({ document, passages }: IndexedDocument): Uint8Array {
  return deflateSync(JSON.stringify({ document, passages }), { level: LEVEL });
}

/** Unpacks what packDocument packed. */
export function unpackDocument(content: Uint8Array | ArrayBuffer): IndexedDocument {
  return JSON.parse(inflateSync(content).toString()) as IndexedDocument;
}
