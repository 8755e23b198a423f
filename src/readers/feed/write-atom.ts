import { generateAtomFeed } from 'feedsmith';

/** Writes a feed as Atom. */
export function writeAtom(feed: Parameters<typeof generateAtomFeed>[0]): string {
  return generateAtomFeed(feed);
}
