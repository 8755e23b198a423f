import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';
import type { ItemFile } from './compose-item.ts';
import {
  completeAddress,
  type DiscoveryPorts,
  discoverFeed,
  type FoundFeed,
  feedOf,
  getOrExplain,
} from './discover-feed.ts';
import { FeedProblem } from './feed.ts';
import type { Fetched } from './fetcher.ts';
import { pageFile } from './look-at-page.ts';
import { statusWords } from './status-words.ts';

/** As what an address is to be added; null: as a feed if there is one, else as a page. */
export type Wanted = 'feed' | 'page' | 'watch' | null;

/** What stands at an address. */
export type Inspected =
  | { readonly kind: 'feed'; readonly feed: FoundFeed; readonly page: string | null }
  | { readonly kind: 'page'; readonly address: string; readonly file: ItemFile };

/** Looks at what stands at an address. A UserError says in a sentence why it can't be added. */
export async function inspectAddress(
  ports: DiscoveryPorts,
  given: string,
  wanted: Wanted,
): Promise<Inspected> {
  if (wanted === 'feed') return { kind: 'feed', feed: await discoverFeed(ports, given), page: null };
  const fetched = await getOrExplain(ports, completeAddress(given));
  if (fetched.status !== 200) throw notThere(given, fetched);
  const address = fetched.permanent ?? fetched.address;
  const isSite = new URL(fetched.address).pathname === '/';
  const feed = wanted === null ? await feedOf(ports, fetched, { guess: isSite }) : null;
  if (feed) return { kind: 'feed', feed, page: feed.address === address ? null : address };
  try {
    return { kind: 'page', address, file: await pageFile(ports, fetched) };
  } catch (cause) {
    if (!(cause instanceof FeedProblem)) throw cause;
    throw new UserError(`${echo(given)} ${cause.message}. Give the address of a page, a PDF or a feed.`, {
      code: 'no-document',
      cause,
    });
  }
}

function notThere(given: string, { status }: Pick<Fetched, 'status'>): UserError {
  const next =
    status === 401 || status === 403
      ? 'Dossier has no passwords; save the page and add the file.'
      : status >= 500 || status === 429
        ? 'Try again later.'
        : 'Check the address.';
  return new UserError(`${echo(given)} ${statusWords(status)}. ${next}`, { code: 'no-answer' });
}
