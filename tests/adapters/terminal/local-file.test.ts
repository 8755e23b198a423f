import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLocalFile } from '../../../src/adapters/terminal/local-file.ts';
import { createFolder } from '../../fakes/folder.ts';

test('a file of the person at this machine is read under its own name', async () => {
  const root = createFolder({ 'reports/may.txt': 'The quay is old.' });
  const { name, bytes } = await readLocalFile(join(root, 'reports/may.txt'));
  expect([name, Buffer.from(bytes).toString()]).toEqual(['may.txt', 'The quay is old.']);
});

test.each(['reports', 'reports/june.txt'])('what is no file is refused in a sentence: %s', async (path) => {
  const root = createFolder({ 'reports/may.txt': '' });
  await expect(readLocalFile(join(root, path))).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringMatching(/^Cannot read .* Check the path, or give an address with https:\/\/\.$/),
  });
});
