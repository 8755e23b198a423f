import {
  type CorpusFollower,
  type CorpusFollowerOptions,
  createCorpusFollower,
} from '../../src/core/library/following/corpus-follower.ts';
import type { CorpusState } from '../../src/core/library/following/corpus-state.ts';
import {
  createMemoryCorpus,
  type MemoryCorpusOptions,
} from '../../src/core/library/following/memory-corpus.ts';
import type { MemoryLibrary } from '../../src/core/library/memory-library.ts';

/** How a folder is followed into memory. */
export type FollowingInMemory = Omit<CorpusFollowerOptions, 'corpus'> & MemoryCorpusOptions;

/** A folder that is followed into memory. */
export interface FollowedInMemory extends CorpusFollower {
  readonly library: MemoryLibrary;
  readonly state: CorpusState;
}

/** Follows a corpus folder into memory. */
export function followInMemory({ sink, saved = null, ...options }: FollowingInMemory): FollowedInMemory {
  const corpus = createMemoryCorpus({ sink, saved });
  return {
    ...createCorpusFollower({ ...options, corpus }),
    library: corpus.library,
    get state() {
      return corpus.state;
    },
  };
}
