import type { Target } from './target.ts';

type Posts = Pick<Target, 'channels' | 'posts'>;

/** What channels show of each document. */
export interface Shown {
  readonly once: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Posts of one channel that came within ten minutes. */
  readonly tooSoon: readonly string[];
}

const MINUTE = 60_000; // milliseconds

/** How often each document was posted in each channel. */
function timesPosted(target: Posts, documents: number): ReadonlyMap<string, number> {
  const posts = target.posts();
  const times = target.channels.flatMap(({ channel }) =>
    Array.from({ length: documents }, (_, at) => {
      const own = posts.filter((post) => post.channel.channel === channel);
      const told = own.filter(({ text = '' }) => text.includes(`to island ${at + 1} from May`));
      return [`${at + 1} in ${channel}`, told.length] as const;
    }),
  );
  return new Map(times);
}

/** The documents that were not posted, each with its channel. */
export function lostOn(target: Posts, documents: number): string[] {
  return [...timesPosted(target, documents)].flatMap(([name, times]) => (times === 0 ? [name] : []));
}

/** Compares what channels show with so many documents, numbered from 1, that came while an alert watched. */
export function shownOn(target: Posts, documents: number): Shown {
  const times = [...timesPosted(target, documents)];
  return {
    once: times.filter(([, count]) => count === 1).length,
    lost: lostOn(target, documents),
    doubled: times.flatMap(([name, count]) => (count > 1 ? [`${name}, ${count} times`] : [])),
    tooSoon: tooSoon(target),
  };
}

const LEAST = 10 * MINUTE - 2000; // a post is recorded a little after the platform dates it

function tooSoon(target: Posts): string[] {
  return target.channels.flatMap(({ channel }) => {
    const dated = target.posts().flatMap((post) => (post.channel.channel === channel ? (post.at ?? []) : []));
    const inOrder = dated.map(Number).sort((a, b) => a - b);
    return inOrder.flatMap((at, nth) => {
      const before = inOrder[nth - 1];
      return before !== undefined && at - before < LEAST ? [`${channel}: ${at - before} ms`] : [];
    });
  });
}
