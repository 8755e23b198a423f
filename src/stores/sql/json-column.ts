/** The value of a JSON column, with `at` as a Date; null if it is damaged or not the expected structure. */
export function parseJsonColumn<T>(text: string, isOne: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(text, revive);
    return isOne(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function revive(key: string, value: unknown): unknown {
  return key === 'at' && typeof value === 'string' ? new Date(value) : value;
}
