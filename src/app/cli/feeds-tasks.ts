import { readFile } from 'node:fs/promises';
import { discoverFeed } from '../../core/collecting/discover-feed.ts';
import { FeedProblem } from '../../core/collecting/feed.ts';
import { followNamed } from '../../core/collecting/follow-named.ts';
import type { LookResult } from '../../core/collecting/look.ts';
import { isMailbox } from '../../core/collecting/mailbox.ts';
import type { FollowedSource } from '../../core/collecting/source.ts';
import { describeSource, sourceTitle } from '../../core/collecting/source-troubles.ts';
import { scanFolder } from '../../core/library/following/folder-scan.ts';
import { appendFeeds } from '../../core/library/sources/append-feeds.ts';
import { feedMistakes } from '../../core/library/sources/followed-feeds.ts';
import { displayable } from '../../core/text/displayable.ts';
import { echo } from '../../core/text/echo.ts';
import { formatDate } from '../../core/text/format-date.ts';
import { formatFrequency } from '../../core/text/frequency.ts';
import { UserError } from '../../core/text/user-error.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import { type OutlinedFeed, readOpml, writeOpml } from '../../readers/feed/opml.ts';
import type { Store } from '../../stores/sql/store.ts';
import { type Config, loadConfig } from '../config.ts';
import { followSettings, openCollecting, openWeb } from '../open-collecting.ts';
import { openStore } from '../open-store.ts';
import { EXIT } from './failures.ts';

const now = () => new Date();

/** Prints a line for each feed that is followed. */
export async function listFeeds(): Promise<void> {
  await withSources(async (sources, _store, { corpusDir }) => {
    if (sources.length === 0)
      print('No feeds yet. Name some in the feeds.yaml of a collection (docs/collecting.md).');
    for (const source of sources) {
      const { collection, url, kind } = source;
      const name = [sourceTitle(source), ...(sourceTitle(source) === url ? [] : [`(${url})`])].join(' ');
      print(`${collection}: ${kind === 'page' ? 'page ' : ''}${name}: ${describeSource(source, now())}`);
    }
    for (const { file, reason } of await feedMistakes(corpusDir)) {
      print(`${file} ${reason}.`);
      process.exitCode = EXIT.mendable;
    }
  });
}

/** Looks at all feeds, or at the one with an address, and prints what came. The exit code says if any failed. */
export async function lookAtFeeds(address: string | null): Promise<void> {
  await withSources(async (sources, store, config) => {
    const wanted = sources.filter(
      ({ url, address: at }) => address === null || url === address || at === address,
    );
    if (wanted.length === 0 && address !== null)
      throw new UserError(
        `No feed with the address ${echo(address)} is followed. "dossier feeds list" lists them.`,
        { code: 'unknown-feed' },
      );
    const collecting = openCollecting(config, { sources: store.sources, now });
    try {
      const results = await Promise.all(
        wanted.map(async (source) => report(source, await collecting.lookAt(source))),
      );
      if (results.includes(false)) process.exitCode = EXIT.mendable;
    } finally {
      await collecting.stop(0);
    }
  });
}

/** Whether the look went well. */
function report(source: FollowedSource, result: LookResult | null): boolean {
  const name = `${source.collection}: ${sourceTitle(source)}`;
  if (result === null) print(`${name} is being looked at by another process.`);
  else if (result.kind === 'failed') print(`${name} (${source.url}) ${result.problem}.`);
  else
    print(
      `${name}: ${result.items === 1 ? '1 document is' : `${result.items} documents are`} new or changed.`,
    );
  return result?.kind !== 'failed';
}

/** Finds the feed of a page and prints what it would bring. */
export async function findFeed(given: string): Promise<void> {
  const web = openWeb(loadConfig(), now);
  try {
    const { address, title, latest, gap } = await discoverFeed(web, given);
    print(`${title ?? 'A feed without a title'}: ${address}`);
    for (const item of latest)
      print(`- ${formatDate(item.published)}: ${item.title ?? item.link ?? 'without a title'}`);
    print(
      gap === null
        ? 'It says too little about when it changes.'
        : `Something new comes ${formatFrequency(gap)}.`,
    );
  } finally {
    await web.close();
  }
}

/** Adds the feeds of an OPML file to a collection, and says which were left out. */
export async function importFeeds(file: string, collection: string): Promise<void> {
  const { corpusDir, bucket } = loadConfig();
  refuseBucket(bucket);
  const { collections } = await scanFolder(corpusDir);
  const id = collections.find((each) => each === collection);
  if (id === undefined)
    throw new UserError(
      `There is no collection ${echo(collection)} in ${corpusDir}. Make that folder first.`,
      { code: 'unknown-collection' },
    );
  const feeds = await readList(file);
  const usable = feeds.filter(({ url }) => isLinkable(url));
  const added = await appendFeeds(`${corpusDir}/${id}`, usable);
  print(`Added ${added.length} of ${feeds.length} feeds to ${id}/feeds.yaml.`);
  const known = usable.length - added.length;
  if (known > 0) print(`${known === 1 ? '1 was' : `${known} were`} there already.`);
  for (const { url } of feeds.filter((each) => !isLinkable(each.url)))
    print(`Left out: ${echo(url)} is not an http or https address without a password.`);
}

async function readList(file: string) {
  const bytes = await readFile(file).catch((cause) => {
    throw new UserError(`Cannot read ${file}. Check the path.`, { code: 'unreadable-file', cause });
  });
  return readOpml(bytes).catch((cause) => {
    if (!(cause instanceof FeedProblem)) throw cause;
    throw new UserError(`${file} ${cause.message}. Export it again from the other feed reader.`, {
      code: 'no-opml',
      cause,
    });
  });
}

/** Prints what is followed as OPML. */
export async function exportFeeds(): Promise<void> {
  await withSources(async (sources) => {
    const groups = new Map<string, OutlinedFeed[]>();
    for (const { collection, address, title, feedTitle } of sources.filter(isFeed))
      groups.set(collection, [
        ...(groups.get(collection) ?? []),
        { url: address, title: title ?? feedTitle },
      ]);
    process.stdout.write(writeOpml(groups));
  });
}

function isFeed(source: FollowedSource): boolean {
  return source.kind === 'feed' && !isMailbox(source);
}

/** Opens the store, in which what the corpus names is followed, and closes it again. */
async function withSources(
  act: (sources: readonly FollowedSource[], store: Store, config: Config) => Promise<void>,
): Promise<void> {
  const config = loadConfig();
  refuseBucket(config.bucket);
  await scanFolder(config.corpusDir); // says what is wrong if there is no corpus
  const store = await openStore(config);
  try {
    await followNamed(store.sources, await followSettings(config)(), now());
    await act(await store.sources.list(), store, config);
  } finally {
    await store.upkeep.close();
  }
}

function refuseBucket(bucket: Config['bucket']): void {
  if (bucket === null) return;
  throw new UserError(
    'Dossier only reads a bucket: no feed can bring anything into it (docs/operating.md).',
    {
      code: 'read-only',
    },
  );
}

function print(line: string): void {
  process.stdout.write(`${displayable(line)}\n`);
}
