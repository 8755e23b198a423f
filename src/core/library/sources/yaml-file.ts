import { readFile, stat } from 'node:fs/promises';
import {
  type Alias,
  type Document,
  isCollection,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type * as z from 'zod';
import { UserError } from '../../text/user-error.ts';

/** Reads a YAML file of a known shape; null if it does not exist. A mistake is a UserError with file, line and key. */
export async function readYamlFile<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
  const source = await readIfThere(path);
  return source === null ? null : parseYaml(source, path, shape);
}

/** Parses YAML of a known shape; `path` appears in errors only. */
export function parseYaml<T>(source: string, path: string, shape: z.ZodType<T>): T {
  const read = checkYaml(source, shape);
  if (read.kind === 'data') return read.data;
  throw new UserError(`${path}, line ${read.line}: ${read.what.replace(/\.?$/, '.')} Fix that line.`, {
    code: 'malformed-yaml',
  });
}

/** Parses YAML of any shape to texts, lists and maps; null if it breaks YAML's rules. */
export function parseLooseYaml(source: string): unknown {
  try {
    const document = parseDocument(source, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
    return document.errors.length === 0 ? document.toJS() : null;
  } catch {
    return null; // an alias of nothing, or a structure that is too deep
  }
}

type CheckedYaml<T> =
  | { readonly kind: 'data'; readonly data: T }
  | { readonly kind: 'problem'; readonly line: number; readonly what: string };

/** Parses YAML of a known shape, or returns what is wrong and on which line. */
function checkYaml<T>(source: string, shape: z.ZodType<T>): CheckedYaml<T> {
  try {
    return parseAndCheck(source, shape);
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'problem', line: 1, what: 'nested too deeply' };
    throw error;
  }
}

function parseAndCheck<T>(source: string, shape: z.ZodType<T>): CheckedYaml<T> {
  const lines = new LineCounter();
  const problem = (offset: number, what: string) =>
    ({ kind: 'problem', line: lines.linePos(offset).line, what }) as const;
  const document = parseDocument(source, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
  visit(document, { Pair: (_, { value }) => (isEmptyValue(value) ? visit.REMOVE : undefined) });
  const alias = findAlias(document);
  if (alias) return problem(alias.range?.[0] ?? 0, 'a "*" starts an alias; put it in quotes');
  const [error] = document.errors;
  if (error) return problem(error.pos[0], error.message);

  const result = shape.safeParse(document.toJS() || {});
  if (result.success) return { kind: 'data', data: result.data };
  // An unknown key is reported before the missing one that it may be a misspelling of.
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) return problem(0, 'not the expected structure');
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const keys = unknown === undefined ? issue.path : [...issue.path, unknown];
  const place = keys.length > 0 ? `"${keys.join('.')}": ` : '';
  const what = unknown === undefined ? place + formatIssue(issue) : `unknown key "${unknown}"`;
  return problem(offsetOf(document.contents, keys), what);
}

function findAlias(document: Document.Parsed): Alias | null {
  let found: Alias | null = null;
  visit(document, {
    Alias: (_, alias) => {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** Whether a value is empty, `~` or `null`, which means the same as an absent key. */
function isEmptyValue(value: unknown): boolean {
  return (
    value === null ||
    (isScalar(value) && value.type === 'PLAIN' && /^(?:~|null|)$/i.test(String(value.value)))
  );
}

const SHAPES: Readonly<Record<string, string>> = {
  record: 'must be a mapping of keys to values',
  object: 'must be a mapping of keys to values',
  array: 'must be a list, as in [one, two]',
  string: 'must be text',
};

function formatIssue(issue: z.core.$ZodIssue): string {
  const shape = issue.code === 'invalid_type' ? SHAPES[issue.expected] : undefined;
  const inKey = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return shape ?? inKey ?? issue.message;
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    if (!(await stat(path)).isFile()) throw new Error('not a regular file');
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserError(`Cannot read ${path}. Check that it is a file with read permission.`, {
      code: 'unreadable-file',
      cause,
    });
  }
}

/** Returns the offset of the key at the end of a path, or of the last key on the path that exists. */
function offsetOf(node: ParsedNode | null, keys: readonly PropertyKey[]): number {
  const [key, ...rest] = keys;
  if (!isCollection(node) || key === undefined) return node?.range?.[0] ?? 0;
  for (const [at, item] of node.items.entries()) {
    if (isPair(item) && isScalar(item.key) && item.key.value === key) {
      const own = (item.key as ParsedNode).range?.[0] ?? 0;
      return rest.length === 0 ? own : Math.max(own, offsetOf(item.value as ParsedNode | null, rest));
    }
    if (!isPair(item) && at === key) return offsetOf(item as ParsedNode, rest);
  }
  return node.range?.[0] ?? 0;
}
