import { expect, test } from 'vitest';
import { NO_FRAME, unreadIn } from '../../../src/core/library/library-frame.ts';

test('counts files beside the collections as unread only where there is no collection', () => {
  const refused = [{ file: 'ferries.txt', reason: 'is not in a collection' }];
  expect(unreadIn({ ...NO_FRAME, refused }, [])).toEqual({ unread: 1 });
  const collections = [{ id: 'harbour', title: null, readable: 'everywhere' }] as never;
  expect(unreadIn({ ...NO_FRAME, collections, refused }, [])).toEqual({});
});
