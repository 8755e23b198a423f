import type { Command as Program } from 'commander';

/** Adds `feeds`: what is followed, looking at it now, and lists of feeds from and for elsewhere. */
export function addFeedsCommands(program: Program): void {
  const feeds = program
    .command('feeds')
    .description('list the feeds that are followed, and look at them (docs/collecting.md)');
  feeds
    .command('list')
    .description('list the feeds, how each is, and when it is looked at next')
    .action(async () => (await import('./feeds-tasks.ts')).listFeeds());
  feeds
    .command('look')
    .description('look at all feeds now, or at one, and say what came')
    .argument('[address]', 'of one feed, as listed')
    .action(async (address?: string) => (await import('./feeds-tasks.ts')).lookAtFeeds(address ?? null));
  feeds
    .command('find')
    .description('find the feed of a page, and show what it would bring')
    .argument('<address>', 'of a page or a feed')
    .action(async (address: string) => (await import('./feeds-tasks.ts')).findFeed(address));
  feeds
    .command('import')
    .description('add the feeds of an OPML file to the feeds.yaml of a collection')
    .argument('<file>', 'as other feed readers export it')
    .requiredOption('--collection <name>', 'the folder in the corpus')
    .action(async (file: string, { collection }: { collection: string }) =>
      (await import('./feeds-tasks.ts')).importFeeds(file, collection),
    );
  feeds
    .command('export')
    .description('print the feeds as OPML, for other feed readers')
    .action(async () => (await import('./feeds-tasks.ts')).exportFeeds());
}
