/**
 * Document text made fit to show: one line, without control characters, marks that turn the direction of text
 * (U+202A–E, U+2066–9), invisible tags and more than four accents on a letter. Only for display: stored text and JSON stay as they are.
 */
export function displayable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
}
