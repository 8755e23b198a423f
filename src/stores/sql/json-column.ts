/** What a JSON column holds, its dates as dates again; null for what is not of its shape, as if it were not there. */
export function readJson<T>(text: string, isOne: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(text, revive);
    return isOne(value) ? value : null;
  } catch {
    return null;
  }
}

/** Says whether a value has named parts. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function revive(key: string, value: unknown): unknown {
  return key === 'at' && typeof value === 'string' ? new Date(value) : value;
}
