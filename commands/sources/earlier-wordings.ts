import { toItem } from '../../src/core/replies/compose-reply.ts';
import { quotedPoints } from '../../src/core/replies/quoted-points.ts';
import type { Item, OpenedReply } from '../../src/core/replies/reply.ts';
import { formatDate } from '../../src/core/text/format-date.ts';
import { inQuotes } from '../../src/core/text/quotation-marks.ts';

/** Lists what stood earlier in the place of the excerpts under a number, as it was shown; under all if none is given. */
export function earlierWordings(reply: OpenedReply, number: number | null = null): Item[] {
  const points = quotedPoints(reply).filter(({ citation }) => number === null || citation === number);
  return points.flatMap(({ citation, earlier }) =>
    earlier ? toItem(`shown ${formatDate(earlier.date)}, before [${citation}]`, inQuotes(earlier.text)) : [],
  );
}
