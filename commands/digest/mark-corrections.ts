import type { Digest } from '../../src/core/news/digest.ts';
import type { ShownExcerpt } from '../../src/core/news/edition-content.ts';
import type { Quotation } from '../../src/core/quoting/citations.ts';
import type { Edition } from '../../src/core/schedule/edition.ts';
import { localTimeOf } from '../../src/core/schedule/local-time.ts';
import { formatLocalDay } from '../../src/core/schedule/schedule.ts';

/** The editions that showed excerpts. */
export type EditionOf = ReadonlyMap<ShownExcerpt, Pick<Edition, 'covered' | 'due'>>;

/** When and where corrections are read. */
interface Reading {
  readonly editionOf: EditionOf;
  readonly zone: string;
  readonly now: Date;
}

/** Labels what corrects an earlier edition, `changed since 24 Nov`, and adds the wording that the channel was shown. */
export function markCorrections(
  { quotations, corrections }: Pick<Digest, 'quotations' | 'corrections'>,
  { editionOf, zone, now }: Reading,
): readonly Quotation[] {
  return quotations.map((quotation) => {
    const correction = corrections.get(quotation.excerpt);
    const edition = correction && editionOf.get(correction.shown);
    if (!edition) return quotation;
    const { shown, text } = correction;
    const at = edition.covered ?? edition.due;
    const isCopy = shown.document !== quotation.excerpt.document.id;
    const mark = `changed since ${formatLocalDay(at, zone, now)}${isCopy ? ', in a copy' : ''}`;
    const label = quotation.label ? `${quotation.label}, ${mark}` : mark;
    const { date } = localTimeOf(at, zone);
    return { ...quotation, label, earlier: { text, document: shown.document, date } };
  });
}
