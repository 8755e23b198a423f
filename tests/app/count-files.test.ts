import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countFiles } from '../../src/app/count-files.ts';
import { createFolder } from '../fakes/folder.ts';

test('counts the files of many folders within folders, hidden ones aside, until there are so many', async () => {
  const names = Array.from({ length: 800 }, (_, at) => `outer-${at % 3}/inner-${at % 20}/${at}.md`);
  const hidden = ['outer-1/.git/objects/a', '.cache/b.md', 'outer-1/c.md~'];
  const root = createFolder(Object.fromEntries([...names, ...hidden].map((name) => [name, ''])));
  expect(await countFiles(root, 10_000)).toBe(800);
  expect(await countFiles(root, 500)).toBeGreaterThanOrEqual(500);
  expect(await countFiles(join(root, 'absent'), 500)).toBe(0);
});
