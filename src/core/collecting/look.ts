import { WriteFailure } from '../library/sources/corpus-writer.ts';
import { collectMail } from './collect-mail.ts';
import { type Feed, FeedProblem } from './feed.ts';
import { type Fetched, FetchFailure } from './fetcher.ts';
import { becomesLasting } from './lasting-trouble.ts';
import { lookAtPage, type PagePorts } from './look-at-page.ts';
import { isMailbox, type Mailbox } from './mailbox.ts';
import { compareItems, isIncomplete } from './new-items.ts';
import { nextLook, nextTry } from './next-look.ts';
import { removeGone } from './remove-gone.ts';
import type { ClaimedSource, FollowedSource, SeenItem, SourceState } from './source.ts';
import type { SourceStore } from './source-store.ts';
import { statusWords } from './status-words.ts';
import { type ItemPorts, storeItems } from './store-items.ts';

/** The ports by which a source is looked at. */
export interface LookPorts extends ItemPorts, PagePorts {
  readonly sources: Pick<SourceStore, 'items' | 'see' | 'record'>;
  /** Tells somebody that a source keeps failing. */
  tell(source: FollowedSource): Promise<void>;
  /** Null if no mail is read. */
  readonly mailbox: Mailbox | null;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
}

/** What a look brought. */
export type LookResult =
  | { readonly kind: 'looked'; readonly items: number; readonly next: Date | null }
  | { readonly kind: 'failed'; readonly problem: string; readonly next: Date | null };

const SHARE = 20; // items that are recorded together
const MOST = 200; // items of one look; the next one goes on soon
const SOON = 60_000; // milliseconds
const LONGEST = 4 * 60_000; // milliseconds that a look takes at most

/** Looks at a source that was claimed: what it has new becomes documents, and when to look again is recorded. */
export async function look(
  ports: LookPorts,
  source: ClaimedSource,
  signal: AbortSignal,
): Promise<LookResult> {
  try {
    const visit = isMailbox(source) ? visitMailbox : visitSite;
    const { items, state } = await visit(ports, source, signal);
    await ports.sources.record(source, state);
    return { kind: 'looked', items, next: state.next };
  } catch (error) {
    if (signal.aborted) await ports.sources.record(source, stateOf(source)); // whoever is next begins anew
    if (signal.aborted) throw error;
    const problem = toProblem(error);
    const state = failedState(ports, source, problem);
    const isRecorded = await ports.sources.record(source, state);
    if (isRecorded && becomesLasting(source, state)) await ports.tell({ ...source, ...state });
    return { kind: 'failed', problem: problem.message, next: state.next };
  }
}

interface Visit {
  readonly items: number;
  readonly state: SourceState;
}

async function visitSite(ports: LookPorts, source: ClaimedSource, signal: AbortSignal): Promise<Visit> {
  const begun = ports.now();
  const seen = await ports.sources.items(source.id);
  const fetched = await ports.fetcher.get(source.address, { ...validators(source, seen), signal });
  if (fetched.status !== 200 && fetched.status !== 304) throw new NoFeed(fetched);
  const { feed, items, left } =
    source.kind === 'page'
      ? await collectPage(ports, { source, fetched, seen, begun })
      : await collectFeed(ports, { source, fetched, seen, begun, signal });
  await removeGone(ports, source, begun);
  return { items, state: wellState(ports, source, { fetched, feed, changed: items > 0, left }) };
}

async function visitMailbox(ports: LookPorts, source: ClaimedSource, signal: AbortSignal): Promise<Visit> {
  const { mailbox } = ports;
  if (mailbox === null) throw new FetchFailure('is not configured here (IMAP_URL)', 'refused');
  const { items, left, place } = await collectMail(ports, { mailbox, source }, signal);
  const looked = { fetched: UNASKED, feed: null, changed: items > 0, left };
  return { items, state: { ...wellState(ports, source, looked), etag: place } };
}

const UNASKED = { permanent: null, etag: null, lastModified: null, maxAge: null, retryAfter: null } as const;

/** What an answer brought; `left`: items are left for the next look. */
interface Brought {
  /** Null if nothing was read: the feed has not changed, or it is a page. */
  readonly feed: Feed | null;
  readonly items: number;
  readonly left: boolean;
}

interface Answer {
  readonly source: ClaimedSource;
  readonly fetched: Fetched;
  readonly seen: readonly SeenItem[];
  readonly begun: Date;
}

async function collectPage(ports: LookPorts, answer: Answer): Promise<Brought> {
  const changed = answer.fetched.status === 200 && (await lookAtPage(ports, answer));
  return { feed: null, items: changed ? 1 : 0, left: false };
}

async function collectFeed(
  ports: LookPorts,
  { fetched, ...answer }: Answer & { readonly signal: AbortSignal },
): Promise<Brought> {
  if (fetched.status === 304) return { feed: null, items: 0, left: false };
  const feed = await ports.reader.read(fetched.bytes, fetched);
  return { feed, ...(await collectItems(ports, { ...answer, feed })) };
}

/** What makes an answer short if nothing has changed; not while a page is still to be had. */
function validators({ etag, lastModified }: ClaimedSource, seen: readonly SeenItem[]) {
  return seen.some(isIncomplete) ? {} : { etag, lastModified };
}

/** An answer that brings no feed. */
class NoFeed extends Error {
  readonly retryAfter: number | null;
  readonly isGone: boolean;

  constructor({ status, retryAfter }: Pick<Fetched, 'status' | 'retryAfter'>) {
    super(statusWords(status));
    this.retryAfter = retryAfter;
    this.isGone = status === 410;
  }
}

interface Collecting {
  readonly source: ClaimedSource;
  readonly feed: Feed;
  readonly seen: readonly SeenItem[];
  readonly begun: Date;
  readonly signal: AbortSignal;
}

async function collectItems(ports: LookPorts, { source, feed, seen, begun, signal }: Collecting) {
  const { wanted, gone, back } = compareItems(feed.items, seen);
  const origin = { source, feed, now: begun, signal };
  let items = 0;
  const isOver = () => items >= MOST || ports.now().valueOf() - begun.valueOf() > LONGEST;
  while (items < wanted.length && !isOver()) {
    const share = wanted.slice(items, items + SHARE);
    await storeItems(ports, share, origin);
    items += share.length;
  }
  const listed = [
    ...gone.map((each) => ({ ...each, goneSince: begun })),
    ...back.map((each) => ({ ...each, goneSince: null })),
  ];
  if (listed.length > 0) await ports.sources.see(source.id, listed);
  return { items, left: items < wanted.length };
}

interface Looked {
  readonly fetched: Pick<Fetched, 'permanent' | 'etag' | 'lastModified' | 'maxAge' | 'retryAfter'>;
  readonly feed: Feed | null;
  readonly changed: boolean;
  /** Whether items are left for the next look, which must get the whole feed again. */
  readonly left: boolean;
}

function wellState(
  { now, random }: LookPorts,
  source: ClaimedSource,
  { fetched, feed, changed, left }: Looked,
): SourceState {
  const at = now();
  const { interval, every } = source;
  const { next, ...paced } = nextLook({ now: at, interval, every, changed, feed, fetched, random: random() });
  return {
    ...paced,
    address: fetched.permanent ?? source.address,
    etag: left ? null : (fetched.etag ?? (feed ? null : source.etag)),
    lastModified: left ? null : (fetched.lastModified ?? (feed ? null : source.lastModified)),
    feedTitle: feed?.title ?? source.feedTitle,
    lookedAt: at,
    changedAt: changed ? at : source.changedAt,
    ...{ failures: 0, failingSince: null, problem: null },
    next: left ? new Date(at.valueOf() + SOON) : next,
  };
}

interface Problem {
  readonly message: string;
  readonly retryAfter: number | null;
  readonly isGone: boolean;
}

/** What is wrong with a source; an error of Dossier's own is thrown again. */
function toProblem(error: unknown): Problem {
  if (error instanceof NoFeed) return error;
  if (error instanceof FetchFailure || error instanceof FeedProblem || error instanceof WriteFailure)
    return { message: error.message, retryAfter: null, isGone: false };
  throw error;
}

function failedState({ now, random }: LookPorts, source: ClaimedSource, problem: Problem): SourceState {
  const at = now();
  const failures = source.failures + 1;
  const { retryAfter, isGone, message } = problem;
  return {
    ...stateOf(source),
    ...{ lookedAt: at, failures, problem: message, failingSince: source.failingSince ?? at },
    next: isGone ? null : nextTry(failures, { now: at, retryAfter, random: random() }),
  };
}

function stateOf(source: ClaimedSource): SourceState {
  const { address, etag, lastModified, feedTitle, interval, lookedAt, changedAt } = source;
  const { failures, failingSince, problem, next } = source;
  return {
    address,
    etag,
    lastModified,
    feedTitle,
    interval,
    lookedAt,
    changedAt,
    failures,
    failingSince,
    problem,
    next,
  };
}
