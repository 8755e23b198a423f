import { expect, test } from 'vitest';
import { type Collection, mayRead } from '../../../src/core/library/collection.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';

const HERE = { platform: 'chat', workspace: 'W', channel: 'C', user: 'u', private: false, local: false };

test.each<[Collection['readable'], Partial<typeof HERE>, boolean]>([
  ['everywhere', {}, true],
  ['local', {}, false],
  ['local', { local: true }, true],
  [['chat:W'], {}, true],
  [['chat:W/C'], {}, true],
  [['chat:W/D'], {}, false],
  [['chat:V', 'chat:W/C'], { workspace: 'V', channel: 'D' }, true],
  [['chat:W'], { platform: 'other' }, false],
  [['chat:W'], { local: true, platform: 'here' }, false],
  [[], {}, false],
])('a collection readable %j may be read from %j: %s', (readable, place, expected) => {
  const collection = { id: 'harbour' as CollectionId, title: null, readable };
  expect(mayRead(collection, { ...HERE, ...place })).toBe(expected);
});
