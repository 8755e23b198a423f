import { describe, expect, test } from 'vitest';
import {
  findCircles,
  platformNames,
  ROOMS,
  RULES,
  type Rule,
  sharedPackages,
  violations,
} from './architecture/rules.ts';
import { isOurs, parseSourceFile, readSourceFiles, type SourceFile } from './architecture/source-files.ts';

const rules = Object.keys(RULES) as Rule[];
const files = readSourceFiles(['src', 'commands']);
const inCore = files.filter(({ path }) => /^(?:src\/core|commands)\//.test(path));

describe('the import table', () => {
  test.each(rules)('%s', (rule) => {
    expect(files.flatMap((file) => violations(rule, file))).toEqual([]);
  });

  test('every file of the core stands in one of its rooms', () => {
    const astray = files.filter(
      ({ path }) =>
        path.startsWith('src/core/') && !ROOMS.some((room) => path.startsWith(`src/core/${room}/`)),
    );
    expect(astray.map(({ path }) => path)).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(findCircles(files)).toEqual([]);
  });

  test('each package is imported in one part only', () => {
    expect(sharedPackages(files)).toEqual([]);
  });

  test('every import names a file that exists', () => {
    const paths = new Set(files.map(({ path }) => path));
    const missing = files.flatMap(({ imports }) => imports.filter((to) => isOurs(to) && !paths.has(to)));
    expect(missing).toEqual([]);
  });

  test('every import can be read off the source', () => {
    const hidden = files.filter(({ text }) => /\b(?:import|require)\s*\((?!\s*['"])/.test(text));
    expect(hidden.map(({ path }) => path)).toEqual([]);
  });
});

describe('the sources', () => {
  test('name no platform in the core or a command', () => {
    expect(inCore.flatMap((file) => platformNames(file).map((name) => `${file.path}: ${name}`))).toEqual([]);
  });

  test('read the environment in one place', () => {
    const reading = files.filter(({ text }) => /process\s*(?:\.|\[['"])\s*env\b/.test(text));
    expect(reading.map(({ path }) => path)).toEqual(['src/app/config.ts']);
  });

  test('leave the network to the parts that are made for it', () => {
    expect(inCore.filter(({ text }) => /(?<![.\w])fetch\s*\(/.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('stay within 250 lines a file', () => {
    const long = files.filter(({ text }) => text.trimEnd().split('\n').length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

describe('planted violations are found', () => {
  const planted: Record<Rule, SourceFile> = {
    'a room imports only itself and rooms below it': file('src/core/quoting/a.ts', [
      ...['src/core/quoting/b.ts', 'src/core/text/c.ts', 'src/core/bot/d.ts'],
    ]),
    'rooms that know documents import none that know time': file('src/core/quoting/a.ts', [
      ...['src/core/search/b.ts', 'src/core/schedule/c.ts'],
    ]),
    'rooms that know time import none that know documents': file('src/core/delivery/a.ts', [
      ...['src/core/schedule/b.ts', 'src/core/replies/c.ts', 'src/core/news/d.ts'],
    ]),
    'neither index imports anything of the other': file('src/core/search/segments/a.ts', [
      ...['src/core/search/scoring/b.ts', 'src/core/search/segments/c.ts', 'src/core/search/minisearch/d.ts'],
    ]),
    'a command imports only the core and its own folder': file('commands/a/b.ts', [
      ...['src/core/bot/c.ts', 'commands/a/d.ts', 'commands/e/f.ts'],
    ]),
    'the core imports only itself and small pure packages': file('src/core/text/a.ts', ['minisearch', 'pg']),
    'only the library of the core touches files': file('src/core/search/a.ts', ['node:fs/promises']),
    'a reader, store or adapter imports only the core, itself and packages': file('src/readers/a/b.ts', [
      ...[
        'src/core/library/c.ts',
        'src/readers/a/d.ts',
        'src/readers/clean/e.ts',
        'ws',
        'src/readers/f/g.ts',
      ],
    ]),
    'only the program imports the program': file('src/adapters/a/b.ts', ['src/app/main.ts']),
    'nothing stands at the root of src': file('src/helpers.ts', []),
  };

  test.each(rules)('against: %s', (rule) => {
    const { path, imports } = planted[rule];
    expect(violations(rule, planted[rule])).toEqual([`${path} → ${imports.at(-1) ?? path}`]);
  });

  test('a circle of three, one link of which is a type import', () => {
    const circle = [
      parseSourceFile('src/core/text/a.ts', "import { b } from './b.ts';"),
      parseSourceFile('src/core/text/b.ts', "import type { C } from './c.ts';"),
      parseSourceFile('src/core/text/c.ts', "export { a } from './a.ts';\nimport { d } from './d.ts';"),
      parseSourceFile('src/core/text/d.ts', ''),
    ];
    expect(findCircles(circle)).toEqual([['src/core/text/a.ts', 'src/core/text/b.ts', 'src/core/text/c.ts']]);
  });

  test('a package in two parts', () => {
    const two = [file('src/app/server.ts', ['hono']), file('src/adapters/web/adapter.ts', ['hono/html'])];
    expect(sharedPackages(two)).toEqual(['hono: src/adapters/web, src/app']);
  });

  test('a platform named in code, in a comment or in a path', () => {
    const named = [
      ...[
        'const limit = SLACK_LIMIT;',
        '// as on Discord',
        "if (platform === 'file') return;",
        'the terminal',
      ],
      ...['write file:<name>', "if (platform === 'web') return;"],
    ];
    for (const text of named)
      expect(platformNames(parseSourceFile('src/core/bot/a.ts', text))).toHaveLength(1);
    expect(platformNames(file('src/core/bot/slack.ts', []))).toEqual(['slack']);
    expect(
      platformNames(parseSourceFile('src/core/library/a.ts', 'a file of the corpus, its file: gone')),
    ).toEqual([]);
  });

  test('imports of every form', () => {
    const text = `import a from 'one';
import { b, type C } from './two.ts';
import 'three';
export * from 'four';
export type { D } from "five";
const six = await import('six');
const seven = require('seven');
type Eight = import('eight').Eight;`;
    expect([...parseSourceFile('src/a/b.ts', text).imports].sort()).toEqual(
      ['one', 'src/a/two.ts', 'three', 'four', 'five', 'six', 'seven', 'eight'].sort(),
    );
  });
});

function file(path: string, imports: readonly string[]): SourceFile {
  return { path, text: '', imports };
}
