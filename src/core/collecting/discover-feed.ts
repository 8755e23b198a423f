import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';
import { type Feed, type FeedItem, FeedProblem, type FeedReader } from './feed.ts';
import { type Fetched, type Fetcher, FetchFailure } from './fetcher.ts';
import { typicalGap } from './next-look.ts';

/** The ports by which feeds are found. */
export interface DiscoveryPorts {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
}

/** A feed that was found, and what it would bring. */
export interface FoundFeed {
  readonly address: string;
  readonly title: string | null;
  /** Its latest items, five at most, the newest first. */
  readonly latest: readonly FeedItem[];
  /** Milliseconds between two items, as a rule; null if they are too few. */
  readonly gap: number | null;
}

const USUAL = ['/feed', '/rss.xml', '/atom.xml', '/index.xml', '/feed.xml', '/feed.json'];
const LATEST = 5;

/**
 * Finds the feed at an address: what is there, what the page there names, or what stands where feeds usually do. The scheme may be
 * left out. Rejects with a UserError if there is none, or the address can't be asked.
 */
export async function discoverFeed(ports: DiscoveryPorts, given: string): Promise<FoundFeed> {
  const address = completeAddress(given);
  const found = await feedOf(ports, await getOrExplain(ports, address), { guess: true });
  if (found) return found;
  throw new UserError(
    `There is no feed at ${echo(address)}. Give the address of the feed itself, if there is one.`,
    { code: 'no-feed' },
  );
}

/** An address with its scheme, which may be left out. */
export function completeAddress(given: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `https://${given}`;
}

/**
 * The feed that was fetched, or that a page which was fetched names; null if there is none. `guess`: if it names none, it is
 * looked for where feeds usually stand.
 */
export async function feedOf(
  ports: DiscoveryPorts,
  fetched: Fetched,
  { guess }: { readonly guess: boolean },
): Promise<FoundFeed | null> {
  const there = await read(ports, fetched);
  if (there) return there;
  const named = fetched.status === 200 ? await ports.reader.feedsOf(fetched.bytes, fetched) : [];
  const usual = guess ? USUAL.map((path) => new URL(path, fetched.address).href) : [];
  for (const candidate of named.length > 0 ? named : usual) {
    const found = await tryFeed(ports, candidate);
    if (found) return found;
  }
  return null;
}

/** Gets what stands at an address; a UserError if that is not to be had. */
export async function getOrExplain({ fetcher }: DiscoveryPorts, address: string): Promise<Fetched> {
  try {
    return await fetcher.get(address);
  } catch (cause) {
    if (!(cause instanceof FetchFailure)) throw cause;
    throw new UserError(`${echo(address)} ${cause.message}. Check the address.`, {
      code: 'no-answer',
      cause,
    });
  }
}

async function tryFeed(ports: DiscoveryPorts, address: string): Promise<FoundFeed | null> {
  try {
    return await read(ports, await ports.fetcher.get(address));
  } catch (error) {
    if (error instanceof FetchFailure) return null;
    throw error;
  }
}

async function read({ reader }: DiscoveryPorts, fetched: Fetched): Promise<FoundFeed | null> {
  if (fetched.status !== 200) return null;
  try {
    return describe(await reader.read(fetched.bytes, fetched), fetched.permanent ?? fetched.address);
  } catch (error) {
    if (error instanceof FeedProblem) return null;
    throw error;
  }
}

function describe({ title, items }: Feed, address: string): FoundFeed {
  const newest = [...items].sort((a, b) => (b.at?.valueOf() ?? 0) - (a.at?.valueOf() ?? 0));
  return { address, title, latest: newest.slice(0, LATEST), gap: typicalGap(items) };
}
