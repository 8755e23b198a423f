import { createHash } from 'node:crypto';
import type { Document } from '../documents/document.ts';

/** A sum over documents in any order, as 64 hexadecimal digits: it is kept while they come and go. */
export type VersionSum = string;

/** The sum over no documents. */
export const NO_DOCUMENTS: VersionSum = '0'.repeat(64);

/** Hashes all that can be quoted from a document: what is known of it, and its text by the hash of that. */
export function fingerprintOf(document: Document): string {
  const known = Object.entries({ ...document, text: null }).filter(([, value]) => value !== undefined);
  return sha256(JSON.stringify(known.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Returns the sum with a document that was added, by its fingerprint. */
export function addToVersion(sum: VersionSum, fingerprint: string): VersionSum {
  return toSum(toNumber(sum) + toNumber(fingerprint));
}

/** Returns the sum without a document that was removed, by its fingerprint. */
export function removeFromVersion(sum: VersionSum, fingerprint: string): VersionSum {
  return toSum(toNumber(sum) - toNumber(fingerprint));
}

/** The version of documents in several collections, by the sum of each; one without documents changes nothing. */
export function versionOf(sums: Iterable<VersionSum>): string {
  return sha256([...sums].reduce(addToVersion, NO_DOCUMENTS));
}

function toNumber(digits: string): bigint {
  return BigInt(`0x${digits}`);
}

function toSum(number: bigint): VersionSum {
  return BigInt.asUintN(BITS, number).toString(16).padStart(NO_DOCUMENTS.length, '0');
}

const BITS = 256;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
