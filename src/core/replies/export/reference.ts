import { gradeInWords } from '../../library/documents/grade.ts';
import { base32Hash } from '../../text/base32.ts';
import { displayable } from '../../text/displayable.ts';
import { inQuotes } from '../../text/quotation-marks.ts';
import { isLinkable } from '../../text/web-address.ts';
import { joinKnown } from '../block-lines.ts';
import type { Point } from '../reply.ts';
import { type Exported, type ExportedSource, formatOffsets, pointsOf } from './exported.ts';

const MAX_NAME = 40; // characters of a document's name in a key
const HASH = 8; // characters, 40 bits

/** The key of a source in a list of references: the same in every export, and of one document only. */
export function keyOf({ document }: ExportedSource): string {
  const name = document.slice(document.lastIndexOf('/') + 1).normalize('NFKD');
  const plain = name.replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-');
  const short = plain.slice(0, MAX_NAME).replace(/^-|-$/g, '').toLowerCase();
  return `${short === '' ? 'document' : short}-${base32Hash(document, HASH)}`;
}

/** The address of a source if it can be opened; otherwise null. */
export function addressOf({ url }: ExportedSource): string | null {
  return url !== null && isLinkable(url) ? new URL(url).href : null;
}

/** The year, month and day of a date as far as it has them. */
export function dateParts(date: string): number[] {
  return date.split('-').map(Number);
}

/** What is quoted of a source, each excerpt with its place and its link. */
export function quotationsOf(exported: Exported, source: ExportedSource): string {
  return pointsOf(exported, source)
    .map((point) => `[${point.citation}] ${inQuotes(displayable(point.text))} (${whereabouts(point)})`)
    .join(' ');
}

function whereabouts(point: Point): string {
  const { place, weak, url } = point;
  return joinKnown([place && displayable(place), formatOffsets(point), weak ? 'weak' : null, url]);
}

/** What proves a source, its name in Dossier and the hash of its text, and how far it is relied on. */
export function proofOf({ document, sha256, grade }: ExportedSource): string {
  const relied = grade === undefined ? '' : `, graded ${grade} (${gradeInWords(grade)})`;
  return `Dossier document ${displayable(document)}, sha256 ${sha256}${relied}`;
}
