/** Returns the first words of a text, up to `limit` characters, the ellipsis included. */
export function openingWords(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit && line.length === text.trim().length) return line;
  const cut = Array.from(line).slice(0, limit - 2);
  const space = cut.lastIndexOf(' ');
  const words = (space > limit / 3 ? cut.slice(0, space) : cut).join('');
  return `${words.replace(/[\s,;:–—-]+$/, '')} …`;
}
