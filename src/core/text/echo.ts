const MAX_ECHO = 60; // characters

/** Formats what a person typed for repeating it to them: on one line, shortened, no character cut. */
export function echo(typed: string): string {
  const characters = [...typed.trim().replace(/\s+/g, ' ')];
  if (characters.length <= MAX_ECHO) return characters.join('');
  return `${characters.slice(0, MAX_ECHO).join('').trimEnd()}…`;
}
