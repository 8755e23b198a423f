/** Lines that belong to what stands before them, without their common indent, and where the next thing begins. */
export interface Taken {
  readonly lines: readonly string[];
  readonly end: number;
}

/** Takes the lines from one on that are indented, or empty with more such lines below. */
export function takeIndented(lines: readonly string[], from: number, least = 1): Taken {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    if (isBlank(lines[at])) continue;
    if (indentOf(lines[at]) < least) break;
    end = at + 1;
  }
  return { lines: dedent(lines.slice(from, end)), end };
}

/** Takes the lines up to the next empty one, of which there are at most so many. */
export function takeBlock(lines: readonly string[], from: number, most = Number.MAX_SAFE_INTEGER): Taken {
  let end = from;
  while (end < lines.length && end - from < most && !isBlank(lines[end])) end++;
  return { lines: lines.slice(from, end), end };
}

/** Where the next line that is not empty stands. */
export function skipBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

export function indentOf(line: string | undefined): number {
  return (line ?? '').length - (line ?? '').trimStart().length;
}

function dedent(lines: readonly string[]): readonly string[] {
  let common = Number.MAX_SAFE_INTEGER;
  for (const line of lines) if (!isBlank(line)) common = Math.min(common, indentOf(line));
  return lines.map((line) => line.slice(common));
}

/** Whether a line is the rule below or above a heading, or between two parts; two colons introduce code. */
export function isRule(line: string | undefined): boolean {
  return /^(?!::\s*$)([!-/:-@[-`{-~])\1+\s*$/.test(line ?? '');
}
