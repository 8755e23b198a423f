import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readerBuild } from '../../src/app/reader-build.ts';
import { createFolder } from '../fakes/folder.ts';

test('a build with another reader, or another part of one, is another build', () => {
  const script = join(createFolder(), 'worker.js');
  const builds = ['import "./chunk-A.js";', 'import "./chunk-B.js";', 'import "./chunk-A.js";'].map(
    (code) => {
      writeFileSync(script, code);
      return readerBuild(pathToFileURL(script));
    },
  );
  expect(builds[1]).not.toBe(builds[0]);
  expect(builds[2]).toBe(builds[0]);
});
