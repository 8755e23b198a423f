import type { SegmentIndex } from '../../../src/core/search/segments/segment-index.ts';
import { passageIndexContract } from '../../contracts/passage-index.ts';
import { passageIndexChangingContract } from '../../contracts/passage-index-changing.ts';
import { passageIndexEqualContract } from '../../contracts/passage-index-equal.ts';
import { passageIndexOracle } from '../../contracts/passage-index-oracle.ts';
import { createFileIndex } from '../../fakes/segment-index.ts';

passageIndexContract('SQLite', createFileIndex);
passageIndexOracle('SQLite', createFileIndex);
passageIndexChangingContract('SQLite', createFileIndex);
passageIndexEqualContract('SQLite', createFileIndex, {
  numRuns: 15,
  settle: (index) => (index as SegmentIndex).keepUp(),
});
