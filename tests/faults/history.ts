/** Which edition, of which channel: names that only need to be the same on both sides. */
export interface Named {
  readonly channel: string;
  /** The slot, with the digest's number where a channel has several. */
  readonly slot: string;
}

/** A post that a platform took. */
export interface AcceptedPost extends Named {
  /** When, by the platform's clock; null where it does not say. */
  readonly at: Date | null;
}

/** What happened, as seen from outside, and what should have. */
export interface History {
  /** Everything that the platform took, whoever asked for it. */
  readonly accepted: readonly AcceptedPost[];
  /** The editions that were due. */
  readonly expected: readonly Named[];
  /** Those that the ledger says may not have arrived; they count as lost unless it says so. */
  readonly unknown?: readonly Named[];
  /** Those that the ledger says were sent; it may not say so of what is not there. */
  readonly sent?: readonly Named[];
}

/** What is wrong with a history, a line for each edition; all but `once` and `unknown` are empty when nothing is. */
export interface Verdict {
  /** How many editions are there exactly once, as expected. */
  readonly once: number;
  /** Expected, or said to be sent, and not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** Posts in a channel or for a slot without a digest. */
  readonly unexpected: readonly string[];
  /** Not there, and said to be unknown. */
  readonly unknown: readonly string[];
}

/** Holds what a platform took against what was to be posted. */
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
