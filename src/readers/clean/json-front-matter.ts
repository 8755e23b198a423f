import type { Stated } from './front-matter-keys.ts';

/** The front matter that Hugo reads as JSON, an object above the text that closes on a line of its own; null if a source has none. */
export function readJsonFrontMatter(
  lines: readonly string[],
): { readonly values: ReadonlyMap<string, Stated>; readonly body: string } | null {
  const end = lines[0]?.trimEnd() === '{' ? lines.indexOf('}') : -1;
  if (end === -1) return null;
  const object = parse(lines.slice(0, end + 1).join('\n'));
  if (object === null) return null;
  const entries = Object.entries(object).map(([key, value]) => {
    const line = lines.findIndex((each) => each.includes(JSON.stringify(key))) + 1;
    return [key.toLowerCase(), { value, line }] as const;
  });
  return { values: new Map(entries), body: lines.slice(end + 1).join('\n') };
}

function parse(source: string): object | null {
  try {
    const parsed: unknown = JSON.parse(source);
    return parsed !== null && typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
