import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A source file: its path from the top, its text, and what it imports, relative specifiers resolved to paths. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

// Every form of import, type imports included.
const SPECIFIERS = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^\s*import\s*['"]([^'"\n]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g,
];

/** The TypeScript files of some folders. */
export function readSourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap(listFiles)
    .map((path) => parseSourceFile(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** A file with the imports that its text declares. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const specifiers = SPECIFIERS.flatMap((form) => [...text.matchAll(form)].map(([, to = '']) => to));
  return { path, text, imports: specifiers.map((to) => (to.startsWith('.') ? join(dirname(path), to) : to)) };
}

/** Whether an import is of this repository rather than of a package. */
export function isOurs(path: string): boolean {
  return /^(?:src|commands|tests)\//.test(path) || path.startsWith('..');
}

/** `stopword/src/list.js` → `stopword`, `@scope/name/x` → `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}
