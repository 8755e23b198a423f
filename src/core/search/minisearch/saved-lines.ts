/** Formats a value as JSON in printable ASCII, which no line break interrupts and no encoding changes. */
export function formatLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Parses a line that holds a JSON array. */
export function parseArray(line: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    check(Array.isArray(value));
    return value;
  } catch (cause) {
    throw new Error('A line of the saved index is damaged', { cause });
  }
}

export function nextLine(lines: Iterator<string>): string {
  const line = lines.next();
  check(line.done !== true);
  return line.value;
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Throws unless what was read fits. */
export function check(fits: unknown): asserts fits {
  if (!fits) throw new Error('The saved index is damaged, or belongs to other documents');
}

/** Divides items into arrays of one size, the last of what is left. */
export function* chunks<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
