import type { Audience } from '../library/audience.ts';
import type { DocumentVersion } from '../library/versions/first-sight-store.ts';
import type { ShownExcerpt } from './edition-content.ts';

/** What a channel, or a person in private, was briefed on. */
export interface BriefingKey extends Pick<Audience, 'platform' | 'workspace' | 'channel'> {
  /** The person who alone saw it; empty if everyone in the channel did. */
  readonly person: string;
  /** The topic's key; empty: everything. */
  readonly topic: string;
}

/** The last time that they were. */
export interface Briefing {
  readonly at: Date;
  /** Versions that were known by then and could not be quoted yet: another process had read them. */
  readonly pending: readonly DocumentVersion[];
  /** What this brief and those before showed, latest first. */
  readonly shown: readonly ShownExcerpt[];
}

/** Stores when a channel was last briefed on a topic. */
export interface BriefingStore {
  last(key: BriefingKey): Promise<Briefing | null>;
  /** Replaces an earlier one; a later one stays. */
  put(key: BriefingKey, briefing: Briefing): Promise<void>;
}
