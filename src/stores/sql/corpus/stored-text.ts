/**
 * Spells text so that every database stores it: half a character, as an id or a cut term may have, and NUL are written as
 * a character of nobody's (U+E000) and their number.
 */
export function spellStored(text: string): string {
  return text.isWellFormed() && !UNSTORED.test(text) ? text : text.replace(EACH, (unit) => MARK + hex(unit));
}

/** Reads text that spellStored spelt. */
export function readStored(stored: string): string {
  if (!stored.includes(MARK)) return stored;
  return stored.replace(MARKED, (_, number) => String.fromCharCode(Number.parseInt(number, 16)));
}

const MARK = '\u{E000}';
const UNSTORED = /[\0\u{E000}]/u;
const EACH = /[\0\u{E000}\p{Surrogate}]/gu; // with the flag u, halves only
const MARKED = /\u{E000}([0-9a-f]{4})/gu;

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0');
}
