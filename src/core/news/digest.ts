import type { Audience } from '../library/audience.ts';
import type { DocumentId } from '../library/documents/document.ts';
import type { DocumentFilter } from '../library/documents/document-filter.ts';
import type { Topic } from '../library/topics/topic.ts';
import type { DocumentVersion, FirstSight } from '../library/versions/first-sight-store.ts';
import type { Quotation } from '../quoting/citations.ts';
import type { BriefLength } from '../quoting/excerpt-budget.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import type { Correction } from './corrections.ts';
import type { NewSentence } from './document-change.ts';
import type { EditionContent } from './edition-content.ts';

/** A version of a document, when the document was first seen, and when this version was. */
export type SeenVersion = DocumentVersion & FirstSight;

/** The time that a digest covers. */
export interface CoveredTime {
  /** The end of the time that its last edition covered; null before its first edition. */
  readonly since: Date | null;
  readonly until: Date;
}

/** What a digest is composed of, and for whom. */
export interface DigestRequest extends CoveredTime {
  /** The channel's audience. */
  readonly audience: Audience;
  readonly topic: Topic;
  readonly length: BriefLength;
  /** The maximum number of excerpts. */
  readonly max: number;
  /** Which documents it keeps to; null or absent: all. */
  readonly filter?: DocumentFilter | null;
  /** The versions first seen after `seenFrom`, in the order in which they were. */
  readonly seen: readonly SeenVersion[];
  /** It may have been posted with these versions, and is composed again: nothing that came since belongs to it. */
  readonly again?: readonly DocumentVersion[] | null;
  /** The contents of the channel's earlier editions, latest first. */
  readonly before: readonly EditionContent[];
  /**
   * All documents that came in this time. If given, what stands in any other document is nothing new, shown or not: near
   * copies of it, and its sentences.
   */
  readonly arrived?: ReadonlySet<DocumentId>;
}

/** What one edition shows. */
export interface Digest {
  /** In reading order: those of new documents first, then those of changed ones. */
  readonly quotations: readonly Quotation[];
  /** The near-identical copies of documents quoted, which are not quoted themselves. */
  readonly copies: ReadonlyMap<DocumentId, readonly DocumentId[]>;
  /** How many documents have something new on the topic, copies not counted; in a first edition, how many are quoted. */
  readonly news: number;
  /** What excerpts quoted correct of what the channel was shown. */
  readonly corrections: ReadonlyMap<Excerpt, Correction>;
  /** What of excerpts quoted is new in documents that changed. */
  readonly changes: ReadonlyMap<Excerpt, NewSentence>;
  /** What the channel's later editions need to know. */
  readonly content: EditionContent;
  /** There is more new material than fitted. */
  readonly more: boolean;
}

/** A digest without new material. */
export const NOTHING_NEW: Digest = {
  quotations: [],
  copies: new Map(),
  corrections: new Map(),
  changes: new Map(),
  news: 0,
  content: { documents: [], shown: [] },
  more: false,
};

const MARGIN = 3_600_000; // ms; clocks differ, and a document may be indexed a little after it was first seen

/** Returns the moment from which the versions seen can be new in a digest. */
export function seenFrom({ since, until }: CoveredTime): Date {
  return new Date(Math.min((since ?? until).valueOf(), until.valueOf()) - MARGIN);
}
