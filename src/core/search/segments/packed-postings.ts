import type { PostingList } from '../scoring/posting-list.ts';
import type { VarintWriter } from './varints.ts';

/**
 * Packs postings as numbers (varints.ts): of each passage its distance from the one before, doubled; a term occurs once in
 * most passages, and where it does not, the distance is odd and a second number is the count.
 */
export function packPostings({ count, passages, times }: PostingList, writer: VarintWriter): Uint8Array {
  writer.begin();
  let last = 0;
  for (let at = 0; at < count; at++) {
    const passage = passages[at] ?? 0;
    const often = times[at] ?? 1;
    const step = 2 * (passage - last);
    writer.write(often === 1 ? step : step + 1);
    if (often !== 1) writer.write(often);
    last = passage;
  }
  return writer.bytes();
}

/** Unpacks postings; of damaged ones as many as can be read. */
export function unpackPostings(bytes: Uint8Array, list: PostingList): void {
  list.begin(bytes.length); // no posting has less than a byte
  const { passages, times } = list;
  const end = bytes.length;
  let count = 0;
  let passage = 0;
  for (let at = 0; at < end; count++) {
    let step = bytes[at++] ?? 0;
    if (step > 127) {
      step &= 127;
      for (let shift = 7, byte = 128; byte > 127 && at < end; shift += 7) {
        byte = bytes[at++] ?? 0;
        step |= (byte & 127) << shift;
      }
    }
    passage += step >>> 1;
    let often = 1;
    if ((step & 1) === 1) {
      often = bytes[at++] ?? 0;
      if (often > 127) {
        often &= 127;
        for (let shift = 7, byte = 128; byte > 127 && at < end; shift += 7) {
          byte = bytes[at++] ?? 0;
          often |= (byte & 127) << shift;
        }
      }
    }
    passages[count] = passage;
    times[count] = often;
  }
  list.count = count;
}
