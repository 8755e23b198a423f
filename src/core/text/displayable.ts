/**
 * Prepares document text for display: one line, without control characters, marks that change the direction of text
 * (U+202A–E, U+2066–9), invisible tags, and more than four accents on a letter. Stored text and JSON stay unchanged.
 */
export function displayable(text: string): string {
  return displayablePart(text).trim();
}

/** The same of a part of a line, which keeps the space at its ends. */
export function displayablePart(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1');
}
