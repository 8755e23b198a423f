import type { Quotation } from '../quoting/citations.ts';
import type { Digest } from './digest.ts';

/** Tells the local day of a moment, as people are told it and as a date. */
export type DayOf = (moment: Date) => { readonly told: string; readonly date: string };

/** Labels what is new in documents that changed, `changed 24 Nov`, and adds the wording before; a correction says more. */
export function markChanges(
  { quotations, changes }: Pick<Digest, 'quotations' | 'changes'>,
  dayOf: DayOf,
): readonly Quotation[] {
  return quotations.map((quotation) => {
    const change = changes.get(quotation.excerpt);
    if (!change || quotation.earlier) return quotation;
    const { earlier, at } = change;
    const mark = `${earlier ? 'changed' : 'added'} ${dayOf(at).told}`;
    const label = quotation.label ? `${quotation.label}, ${mark}` : mark;
    if (!earlier) return { ...quotation, label };
    const { text, sha256, start, end, until } = earlier;
    const { id: document } = quotation.excerpt.document;
    const { date } = dayOf(until);
    return { ...quotation, label, earlier: { text, document, date, replaced: { sha256, start, end } } };
  });
}
