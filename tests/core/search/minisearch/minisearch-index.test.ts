import { expect, test } from 'vitest';
import { createMiniSearchIndex } from '../../../../src/core/search/minisearch/minisearch-index.ts';
import { passageIndexContract } from '../../../contracts/passage-index.ts';
import { passageIndexChangingContract } from '../../../contracts/passage-index-changing.ts';
import { passageIndexOracle } from '../../../contracts/passage-index-oracle.ts';
import { passageIndexSavedContract } from '../../../contracts/passage-index-saved.ts';
import { createIndexedDocument } from '../../../fakes/documents.ts';

const create = async () => createMiniSearchIndex();

passageIndexContract('MiniSearch', create);
passageIndexOracle('MiniSearch', create);
passageIndexChangingContract('MiniSearch', create);
passageIndexSavedContract('MiniSearch', createMiniSearchIndex);

test('lets other work come in between when a long document is removed', async () => {
  const text = Array.from({ length: 200 }, (_, at) => `The council counted ${at} of its ships.`).join('\n\n');
  const long = createIndexedDocument('harbour/long', { text });
  const index = createMiniSearchIndex();
  await index.add([long]);
  let turns = 0;
  let removing = true;
  const turn = () => {
    turns++;
    if (removing) setImmediate(turn);
  };
  setImmediate(turn);
  await index.remove([long.document.id]);
  removing = false;
  expect(turns).toBeGreaterThan(5);
});
