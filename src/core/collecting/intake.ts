import type { CorpusWriter } from '../library/sources/corpus-writer.ts';
import type { DiscoveryPorts } from './discover-feed.ts';
import type { ReadDraft } from './page-reader.ts';

/** The ways by which what somebody adds is fetched, read and kept. */
export interface Intake extends DiscoveryPorts {
  readonly readDraft: ReadDraft;
  readonly writer: CorpusWriter;
  /** Whether this program looks at what is followed, as time passes. */
  readonly looks: boolean;
}
