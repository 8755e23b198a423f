import { createMemoryCorpus } from '../../../../src/core/library/following/memory-corpus.ts';
import { followedCorpusContract } from '../../../contracts/followed-corpus.ts';

followedCorpusContract('in memory', async (sink) => {
  const corpus = createMemoryCorpus({ sink });
  return { corpus, library: corpus.library };
});
