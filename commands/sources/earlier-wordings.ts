import { joinKnown } from '../../src/core/replies/block-lines.ts';
import { toItem } from '../../src/core/replies/compose-reply.ts';
import type { EarlierWording } from '../../src/core/replies/earlier-wording.ts';
import { quotedPoints } from '../../src/core/replies/quoted-points.ts';
import type { Item, OpenedReply } from '../../src/core/replies/reply.ts';
import { formatDate } from '../../src/core/text/format-date.ts';
import { inQuotes } from '../../src/core/text/quotation-marks.ts';

/** Lists what stood earlier in the place of the excerpts under a number, as it was; under all if none is given. */
export function earlierWordings(reply: OpenedReply, number: number | null = null): Item[] {
  const points = quotedPoints(reply).filter(({ citation }) => number === null || citation === number);
  return points.flatMap(({ citation, earlier }) => (earlier ? toItem(...lineOf(earlier, citation)) : []));
}

function lineOf({ text, date, replaced }: EarlierWording, citation: number): [id: string, detail: string] {
  const day = formatDate(date);
  if (!replaced) return [`shown ${day}, before [${citation}]`, inQuotes(text)];
  const { start, end, sha256 } = replaced;
  const place = `characters ${start}–${end} of the text with SHA-256 ${sha256}`;
  return [`until ${day}, before [${citation}]`, joinKnown([inQuotes(text), place])];
}
