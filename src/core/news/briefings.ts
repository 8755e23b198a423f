import type { Audience } from '../library/audience.ts';
import type { Library } from '../library/library.ts';
import { type Topic, topicKey } from '../library/topics/topic.ts';
import type { FirstSightStore } from '../library/versions/first-sight-store.ts';
import type { Tokenize } from '../quoting/retriever.ts';
import type { Point } from '../replies/reply.ts';
import type { Briefing, BriefingKey, BriefingStore } from './briefing-store.ts';
import { seenFrom } from './digest.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { toShownExcerpt } from './shown-before.ts';

/** Who is briefed, and when. */
export interface BriefedAt {
  readonly audience: Audience;
  readonly at: Date;
}

/** Remembers what channels were briefed on. A failure of the store is reported, and people still get their brief. */
export interface Briefings {
  /** Null if they were not; `topic` null: on everything. */
  last(audience: Audience, topic: Topic | null): Promise<Briefing | null>;
  record(when: BriefedAt, topic: Topic | null, points: readonly Point[]): Promise<void>;
}

/** The ports of that memory. */
export interface BriefingsPorts {
  readonly store: BriefingStore;
  readonly firstSights: Pick<FirstSightStore, 'seenAfter'>;
  readonly library: Pick<Library, 'load'>;
  readonly retriever: { tokenizer(): Promise<Tokenize> };
  report(error: Error): void;
}

/** Creates the memory of briefs. */
export function createBriefings(ports: BriefingsPorts): Briefings {
  const { store, report } = ports;
  return {
    last: (audience, topic) => store.last(keyOf(audience, topic)),
    record: (when, topic, points) =>
      record(ports, when, { key: keyOf(when.audience, topic), points }).catch((cause) =>
        report(new Error('Could not save when a channel was briefed.', { cause })),
      ),
  };
}

/** What is shown to one person is that person's briefing, not the channel's. */
function keyOf({ platform, workspace, channel, user, private: isPrivate }: Audience, topic: Topic | null) {
  const person = isPrivate ? user : '';
  return { platform, workspace, channel, person, topic: topic === null ? '' : topicKey(topic) };
}

const MAX_SHOWN = 200; // excerpts that later briefs are compared with

async function record(
  ports: BriefingsPorts,
  { at }: BriefedAt,
  { key, points }: { readonly key: BriefingKey; readonly points: readonly Point[] },
): Promise<void> {
  const before = await ports.store.last(key);
  const shown = [...(await shownBy(ports, points)), ...(before?.shown ?? [])].slice(0, MAX_SHOWN);
  await ports.store.put(key, { at, pending: await pendingAt(ports, at), shown });
}

/** Reduces the points of a reply to what is stored of them: places and hashes, no text. */
async function shownBy(
  { library, retriever }: BriefingsPorts,
  points: readonly Point[],
): Promise<ShownExcerpt[]> {
  const documents = await library.load(new Set(points.map(({ document }) => document)));
  const tokenize = await retriever.tokenizer();
  return points.flatMap(({ document: id, start, end, text }) => {
    const document = documents.get(id)?.document;
    if (!document) return [];
    const { text: _, ...shown } = toShownExcerpt({ document, slice: { start, end }, text }, tokenize);
    return [shown];
  });
}

/** The versions known by a moment that the library does not have; most of them have been replaced since. */
async function pendingAt({ firstSights, library }: BriefingsPorts, at: Date) {
  const seen = await firstSights.seenAfter(seenFrom({ since: at, until: at }));
  const known = seen.filter(({ changed }) => changed <= at);
  const documents = await library.load(known.map(({ id }) => id));
  return known
    .filter(({ id, sha256 }) => documents.get(id)?.document.sha256 !== sha256)
    .map(({ id, sha256 }) => ({ id, sha256 }));
}
