import type { ChannelHistory } from '../../src/core/delivery/channel-history.ts';
import { type EditionContent, parseEditionContent } from '../../src/core/news/edition-content.ts';
import { isExtra } from '../../src/core/schedule/edition.ts';

/** What earlier editions contain that the next one of a digest must know. */
export interface EarlierContents {
  /** What all digests of the channel have shown, and which documents this one has covered; before its first edition, its own only. */
  readonly before: readonly EditionContent[];
  /** The digest has shown excerpts, if only in an extra edition. */
  readonly hasShown: boolean;
}

/** Reads the contents of a channel's earlier editions for one of its digests. */
export function earlierContents({ since, editions }: ChannelHistory, number: number): EarlierContents {
  const contents = editions.flatMap((edition) => {
    const content = parseEditionContent(edition.content);
    if (!content) return [];
    const isOwn = edition.number === number;
    return [{ isOwn, content: isOwn && !isExtra(edition) ? content : withoutDocuments(content) }];
  });
  const own = contents.filter(({ isOwn }) => isOwn);
  return {
    before: (since === null ? own : contents).map(({ content }) => content),
    hasShown: own.some(({ content }) => content.shown.length > 0),
  };
}

/** What another digest covered is new to this one, unless it was shown. */
function withoutDocuments(content: EditionContent): EditionContent {
  return { ...content, documents: [] };
}
