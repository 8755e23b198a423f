/** The value of the first header with this name, its further lines joined; null if there is none. */
export function headerIn(headers: string, name: string): string | null {
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(headers)?.[1];
  return found?.replace(/\r?\n[ \t]+/g, ' ').trim() ?? null;
}
