const MAX_ECHO = 60; // characters of somebody's words that are repeated

/** What somebody typed, as it is repeated to them: on one line, cut where it is long, never inside a character. */
export function echo(typed: string): string {
  const characters = [...typed.trim().replace(/\s+/g, ' ')];
  if (characters.length <= MAX_ECHO) return characters.join('');
  return `${characters.slice(0, MAX_ECHO).join('').trimEnd()}…`;
}
