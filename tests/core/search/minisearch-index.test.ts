import { createMiniSearchIndex } from '../../../src/core/search/minisearch-index.ts';
import { passageIndexContract } from '../../contracts/passage-index.ts';
import { passageIndexOracle } from '../../contracts/passage-index-oracle.ts';

passageIndexContract('MiniSearch', createMiniSearchIndex);
passageIndexOracle('MiniSearch', createMiniSearchIndex);
