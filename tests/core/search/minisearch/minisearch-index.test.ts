import { createMiniSearchIndex } from '../../../../src/core/search/minisearch/minisearch-index.ts';
import { passageIndexContract } from '../../../contracts/passage-index.ts';
import { passageIndexChangingContract } from '../../../contracts/passage-index-changing.ts';
import { passageIndexOracle } from '../../../contracts/passage-index-oracle.ts';
import { passageIndexSavedContract } from '../../../contracts/passage-index-saved.ts';

passageIndexContract('MiniSearch', createMiniSearchIndex);
passageIndexOracle('MiniSearch', createMiniSearchIndex);
passageIndexChangingContract('MiniSearch', createMiniSearchIndex);
passageIndexSavedContract('MiniSearch', createMiniSearchIndex);
