/** In which passages a term occurs and how often, by the passages' numbers in ascending order. */
export type Postings = ReadonlyMap<number, number>;

const RADIX = 36;

/** Postings as text: the distance to the passage before, and how often where that is not once: `4,1:2,1a`. */
export function encodePostings(postings: Postings): string {
  let before = 0;
  const parts: string[] = [];
  for (const [passage, times] of postings) {
    const distance = (passage - before).toString(RADIX);
    parts.push(times === 1 ? distance : `${distance}:${times.toString(RADIX)}`);
    before = passage;
  }
  return parts.join(',');
}

/** The postings that a text stands for. */
export function decodePostings(text: string): Map<number, number> {
  const postings = new Map<number, number>();
  let passage = 0;
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    passage += Number.parseInt(colon === -1 ? part : part.slice(0, colon), RADIX);
    postings.set(passage, colon === -1 ? 1 : Number.parseInt(part.slice(colon + 1), RADIX));
  }
  return postings;
}
