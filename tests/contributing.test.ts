import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseChannel } from '../src/app/cli/channel.ts';
import { loadConfig, variablesOf } from '../src/app/config.ts';
import { configured } from '../src/app/open-platforms.ts';
import { PLATFORMS } from '../src/app/platforms.ts';
import { readSourceFiles } from './architecture/source-files.ts';
import { pigeon } from './fakes/sample-platform.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const guide = readFileSync(join(ROOT, 'docs/contributing.md'), 'utf8');
const files = readSourceFiles(['src', 'commands']);

/** The numbered steps below a heading. */
function steps(heading: string): string[] {
  const [, section = ''] = guide.split(`## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own.split(/^\d+\. /m).slice(1);
}

/** The files outside a folder that import from it. */
function importers(folder: string): string[] {
  const outside = files.filter(({ path }) => !path.startsWith(folder));
  return outside.filter(({ imports }) => imports.some((to) => to.startsWith(folder))).map(({ path }) => path);
}

describe('the steps for adding', () => {
  test.each([
    ['a platform', 'src/adapters/discord/', 'src/app/platforms.ts', 4],
    ['a platform', 'src/adapters/slack/', 'src/app/platforms.ts', 4],
    ['a platform', 'src/adapters/file/', 'src/app/platforms.ts', 4],
    ['a reader', 'src/readers/pdf/', 'src/app/worker.ts', 3],
    ['a reader', 'src/readers/text/', 'src/app/worker.ts', 3],
    ['a command', 'commands/search/', 'commands/index.ts', 3],
    ['a command', 'commands/digest/', 'commands/index.ts', 3],
  ])('%s name the one file outside %s that knows it', (what, folder, file, count) => {
    expect(importers(folder).filter((path) => path !== 'src/app/assemble.ts')).toEqual([file]);
    expect(steps(`Add ${what}`)).toHaveLength(count);
    expect(steps(`Add ${what}`)[1]).toContain(`\`${file}\``);
  });

  test.each(PLATFORMS.filter(({ local }) => !local))('a platform hold for $name', ({ name }) => {
    expect(name).toMatch(/^[a-z]+$/);
    expect(existsSync(join(ROOT, `docs/${name}.md`))).toBe(true);
  });

  test('a store name the file that opens it', () => {
    expect(steps('Add a store')).toHaveLength(3);
    expect(importers('src/stores/sql/')).toContain('src/app/open-store.ts');
    expect(steps('Add a store')[1]).toContain('`src/app/open-store.ts`');
  });
});

describe('a platform of a few lines', () => {
  const platforms = [...PLATFORMS, pigeon];
  const config = (environment: Record<string, string>) => loadConfig(environment, platforms);

  test('brings its settings along', () => {
    expect(variablesOf(platforms)).toContain('PIGEON_LOFT');
    expect(configured(config({ PIGEON_LOFT: ' paris ' })).map(({ platform }) => platform.name)).toContain(
      'pigeon',
    );
    expect(configured(config({})).map(({ platform }) => platform.name)).not.toContain('pigeon');
  });

  test('names its managers and its channels', () => {
    expect(config({ DOSSIER_MANAGERS: 'pigeon:ada' }).managers.get('pigeon')).toEqual(new Set(['ada']));
    expect(parseChannel('pigeon:paris/2', platforms)).toEqual({
      platform: 'pigeon',
      workspace: 'paris',
      channel: '2',
    });
    expect(() => parseChannel('pigeon:paris/x', platforms)).toThrow('paris/x');
    expect(() => parseChannel('nowhere:X/C2', platforms)).toThrow('pigeon:loft/7');
  });
});

test('.env.example explains every setting, and no other', () => {
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  const explained = [...example.matchAll(/^([A-Z_\d]+)=/gm)].map(([, name]) => name);
  expect(explained.filter((name) => name !== 'DOSSIER_EVALUATION_DIR').sort()).toEqual(
    [...variablesOf()].sort(),
  );
});
