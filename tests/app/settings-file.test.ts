import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { warningOf } from '../../src/app/settings-file.ts';
import { createFolder } from '../fakes/folder.ts';

test('a settings file that others can read is warned of, one that they cannot is not (50)', () => {
  const path = join(createFolder(), '.env');
  expect(warningOf(path)).toBeNull();
  writeFileSync(path, 'SLACK_BOT_TOKEN=x');
  chmodSync(path, 0o644);
  expect(warningOf(path)).toMatch(/Run chmod 600 /);
  chmodSync(path, 0o600);
  expect(warningOf(path)).toBeNull();
});
