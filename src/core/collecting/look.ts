import { WriteFailure } from '../library/corpus-writer.ts';
import { type Feed, FeedProblem } from './feed.ts';
import { type Fetched, FetchFailure } from './fetcher.ts';
import { compareItems, isIncomplete } from './new-items.ts';
import { nextLook, nextTry } from './next-look.ts';
import { removeGone } from './remove-gone.ts';
import type { ClaimedSource, SeenItem, SourceState } from './source.ts';
import type { SourceStore } from './source-store.ts';
import { type ItemPorts, storeItems } from './store-items.ts';

/** The ports by which a source is looked at. */
export interface LookPorts extends ItemPorts {
  readonly sources: Pick<SourceStore, 'items' | 'see' | 'record'>;
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
  const begun = ports.now();
  try {
    const seen = await ports.sources.items(source.id);
    const fetched = await ports.fetcher.get(source.address, { ...validators(source, seen), signal });
    const feed = await readAnswer(ports, fetched);
    const { items, left } = feed ? await collectItems(ports, { source, feed, seen, begun, signal }) : NOTHING;
    await removeGone(ports, source, begun);
    const state = wellState(ports, source, { fetched, feed, changed: items > 0, left });
    await ports.sources.record(source, state);
    return { kind: 'looked', items, next: state.next };
  } catch (error) {
    if (signal.aborted) await ports.sources.record(source, stateOf(source)); // whoever is next begins anew
    if (signal.aborted) throw error;
    const problem = toProblem(error);
    const state = failedState(ports, source, problem);
    await ports.sources.record(source, state);
    return { kind: 'failed', problem: problem.message, next: state.next };
  }
}

const NOTHING = { items: 0, left: false } as const;

/** What makes an answer short if nothing has changed; not while a page is still to be had. */
function validators({ etag, lastModified }: ClaimedSource, seen: readonly SeenItem[]) {
  return seen.some(isIncomplete) ? {} : { etag, lastModified };
}

/** An answer that brings no feed. */
class NoFeed extends Error {
  readonly retryAfter: number | null;
  readonly isGone: boolean;

  constructor({ status, retryAfter }: Pick<Fetched, 'status' | 'retryAfter'>) {
    super(STATUSES[status] ?? `answers with the status ${status}`);
    this.retryAfter = retryAfter;
    this.isGone = status === 410;
  }
}

const STATUSES: Readonly<Record<number, string>> = {
  401: 'demands a password (status 401)',
  403: 'refuses to be read (status 403)',
  404: 'is not there (status 404)',
  410: 'is gone for good (status 410)',
  429: 'is asked too often (status 429)',
  503: 'is out of service (status 503)',
};

/** Null if the feed has not changed. */
async function readAnswer({ reader }: LookPorts, fetched: Fetched): Promise<Feed | null> {
  if (fetched.status === 304) return null;
  if (fetched.status !== 200) throw new NoFeed(fetched);
  return reader.read(fetched.bytes, fetched);
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
  readonly fetched: Fetched;
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
