/** What a JSON column holds, its dates as dates again; null for what does not parse, as if it were not there. */
export function readJson<T>(text: string): T | null {
  try {
    return JSON.parse(text, revive);
  } catch {
    return null;
  }
}

function revive(key: string, value: unknown): unknown {
  return key === 'at' && typeof value === 'string' ? new Date(value) : value;
}
