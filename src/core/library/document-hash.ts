import { createHash } from 'node:crypto';
import type { Document } from './document.ts';

/** Hashes documents in the given order: their metadata, and their texts by the hash of each. */
export function hashDocuments(documents: readonly Document[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(fingerprintOf(document));
  return hash.digest('hex');
}

const fingerprints = new WeakMap<Document, string>();

function fingerprintOf(document: Document): string {
  const fingerprint = fingerprints.get(document) ?? JSON.stringify({ ...document, text: null });
  fingerprints.set(document, fingerprint);
  return fingerprint;
}
