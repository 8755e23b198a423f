/** Names an edition and its channel; the names need only be the same on both sides. */
export interface Named {
  readonly channel: string;
  /** The slot, with the digest's number if a channel has several. */
  readonly slot: string;
}

/** A post that a platform accepted. */
export interface AcceptedPost extends Named {
  /** When, by the platform's clock; null if it does not say. */
  readonly at: Date | null;
}

/** What happened, seen from outside, and what should have happened. */
export interface History {
  /** Everything that the platform accepted, whoever sent it. */
  readonly accepted: readonly AcceptedPost[];
  /** The editions that were due. */
  readonly expected: readonly Named[];
  /** Editions that the ledger says may not have arrived; without that, a missing edition counts as lost. */
  readonly unknown?: readonly Named[];
  /** Editions that the ledger says were sent; none of them may be missing. */
  readonly sent?: readonly Named[];
}

/** What is wrong with a history, one line for each edition. If nothing is, all but `once` and `unknown` are empty. */
export interface Verdict {
  /** How many editions were accepted exactly once, as expected. */
  readonly once: number;
  /** Expected, or sent according to the ledger, and missing. */
  readonly lost: readonly string[];
  /** Accepted more than once. */
  readonly doubled: readonly string[];
  /** Posts in a channel or for a slot without a digest. */
  readonly unexpected: readonly string[];
  /** Missing, and unknown according to the ledger. */
  readonly unknown: readonly string[];
}

/** Compares what a platform accepted with what was due. */
export function checkHistory({ accepted, expected, unknown = [], sent = [] }: History): Verdict {
  const posts = new Map<string, AcceptedPost[]>();
  for (const post of accepted) posts.set(nameOf(post), [...(posts.get(nameOf(post)) ?? []), post]);
  const due = namesOf(expected);
  const claimed = namesOf(sent);
  const excused = namesOf(unknown);
  const absent = [...new Set([...due, ...claimed])].filter((name) => !posts.has(name));
  const isExcused = (name: string) => excused.has(name) && !claimed.has(name);
  const present = [...posts];
  return {
    once: present.filter(([name, { length }]) => length === 1 && due.has(name)).length,
    lost: absent.filter((name) => !isExcused(name)),
    doubled: present.filter(([, { length }]) => length > 1).map(([name, those]) => timesOf(name, those)),
    unexpected: present.filter(([name]) => !due.has(name)).map(([name, those]) => timesOf(name, those)),
    unknown: absent.filter(isExcused),
  };
}

function namesOf(all: readonly Named[]): ReadonlySet<string> {
  return new Set(all.map(nameOf));
}

function nameOf({ channel, slot }: Named): string {
  return `${channel} ${slot}`;
}

function timesOf(name: string, posts: readonly AcceptedPost[]): string {
  return `${name} at ${posts.map(({ at }) => at?.toISOString() ?? 'some time').join(', ')}`;
}
