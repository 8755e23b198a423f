import { isBlank } from './lines.ts';

/** What stands behind two points: `.. name:: argument`, with its indented lines in three parts. */
export interface Directive {
  /** In lower case, with its domain, as in `py:function`. */
  readonly name: string;
  readonly argument: string;
  /** The lines that follow without an empty one between. */
  readonly lead: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly content: readonly string[];
}

/** Reads a directive; null if it is a comment, a target or a note. */
export function parseDirective(first: string, body: readonly string[]): Directive | null {
  const [, name, argument = ''] = /^(?:\|[^|]+\|\s*)?([\w:.+-]+?)::(?:\s+(.*))?$/.exec(first) ?? [];
  if (name === undefined) return null;
  const found = body.findIndex((line) => isBlank(line) || OPTION.test(line));
  const from = found === -1 ? body.length : found;
  const to = endOfOptions(body, from);
  return {
    name: name.toLowerCase(),
    argument: argument.trim(),
    lead: body.slice(0, from),
    options: readOptions(body.slice(from, to)),
    content: body.slice(to),
  };
}

const OPTION = /^:([\w-]+):(?:\s+(.*))?$/;

function endOfOptions(body: readonly string[], from: number): number {
  let end = from;
  while (OPTION.test(body[end] ?? '') || (end > from && /^\s+\S/.test(body[end] ?? ''))) end++;
  return end;
}

/** A line that is indented goes on with the option above. */
function readOptions(lines: readonly string[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const [, name, value = ''] = OPTION.exec(line) ?? [];
    last = name ?? last;
    options.set(last, name === undefined ? `${options.get(last)} ${line.trim()}`.trim() : value.trim());
  }
  return options;
}
