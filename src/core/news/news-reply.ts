import type { Library } from '../library/library.ts';
import type { RevisionStore } from '../library/versions/revision-store.ts';
import { answerId, audienceKey } from '../quoting/answer-id.ts';
import { cite, type Quotation } from '../quoting/citations.ts';
import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import type { Retriever } from '../quoting/retriever.ts';
import { countDocuments } from '../replies/coverage.ts';
import { joinNotes, keptTo } from '../replies/narrowed-line.ts';
import type { BriefReply, NothingReply } from '../replies/reply.ts';
import { clip } from '../text/clip.ts';
import type { ComposeDigest } from './compose-digest.ts';
import type { Digest } from './digest.ts';
import type { NewVersion } from './edition-content.ts';
import { findEverythingNew } from './everything-new.ts';
import { markChanges } from './mark-changes.ts';
import { type NewsRequest, readableVersions } from './news-request.ts';

/** What news are found with. */
export interface NewsReplyPorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly composeDigest: ComposeDigest;
  readonly revisions: Pick<RevisionStore, 'of'>;
}

/** A reply that says what is new, and the documents that it is in. */
export interface ComposedNews {
  readonly reply: BriefReply | NothingReply;
  readonly documents: readonly NewVersion[];
}

/** Composes what is new on a topic, or on everything: what came since a moment and neither repeats what was shown nor older documents. */
export async function composeNewsReply(ports: NewsReplyPorts, request: NewsRequest): Promise<ComposedNews> {
  const found = await findNews(ports, request);
  const { points, sources } = cite(markChanges(found, request.dayOf), found.copies);
  const { topic, audience, since, length, narrowing, conversation } = request;
  const { coverage } = ports.library.scopeFor(audience, topic?.collections ?? null);
  const { version } = ports.library.scopeFor(audience);
  const asked = ['new', topic, audienceKey(audience), since.toISOString(), length, narrowing, version];
  const common = {
    ...{ id: answerId(asked), topic: topic?.name ?? null, conversation, command: 'new', coverage, sources },
    more: found.more,
  };
  const headline = headlineOf(request);
  const kept = keptLine(request);
  if (points.length === 0) {
    const note = joinNotes(`Nothing ${lowerFirst(headline)}.`, noBriefYet(request), kept);
    const nothing = { question: null, headline: null, nearest: [], unknownWords: [], note };
    return { documents: [], reply: { ...common, kind: 'nothing', ...nothing } };
  }
  const note = joinNotes(countNews(found, sources.length), noBriefYet(request), kept);
  return {
    documents: found.content.documents,
    reply: { ...common, kind: 'brief', headline, points, note },
  };
}

type Found = Pick<Digest, 'copies' | 'news' | 'more' | 'changes'> & {
  readonly quotations: readonly Quotation[];
  readonly isPartial?: boolean;
  readonly content: { readonly documents: readonly NewVersion[] };
};

async function findNews(ports: NewsReplyPorts, request: NewsRequest): Promise<Found> {
  const { topic, audience, length, since, at, shown } = request;
  const seen = await readableVersions(ports.library, request);
  if (topic !== null) {
    const { maxPoints: max } = BRIEF_BUDGETS[length];
    const before = [{ documents: [], shown }];
    const arrived = new Set(request.seen.map(({ id }) => id));
    return ports.composeDigest({ audience, topic, length, max, seen, before, since, until: at, arrived });
  }
  const { excerpts, ...counted } = await findEverythingNew(ports, request, seen);
  const quotations = excerpts.map((excerpt) => ({ excerpt }));
  return { quotations, ...counted, copies: new Map(), more: false, content: { documents: [] } };
}

const MAX_TITLE = 50; // characters of a topic's title, so that the headline stays one line on a phone

/** `New on NATO in the Asia-Pacific since Fri 21 Nov 08:00` */
function headlineOf({ topic, when }: NewsRequest): string {
  return topic === null ? `New ${when}` : `New on ${clip(topic.title, MAX_TITLE)} ${when}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function noBriefYet({ by, topic }: NewsRequest): string | null {
  if (by !== 'week') return null;
  return topic === null
    ? 'Nobody has asked for this here before, so it is about the last 7 days.'
    : 'There was no brief on it here before, so this is about the last 7 days.';
}

/** `5 documents are new, 4 quoted.` */
function countNews({ news, isPartial = false }: Pick<Found, 'news' | 'isPartial'>, quoted: number): string {
  const documents = `${isPartial ? 'At least ' : ''}${countDocuments({ documents: news })}`;
  const count = `${documents} ${news === 1 ? 'is' : 'are'} new`;
  return `${count}${news > quoted ? `, ${quoted} quoted` : ''}.`;
}

function keptLine({ narrowing }: NewsRequest): string | null {
  return narrowing === null ? null : `${keptTo(narrowing)}.`;
}
