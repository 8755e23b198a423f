// A formula of one to three elements at a line's end, a number on the next line, then the gap that stood for markup.
const LOWERED =
  /(?<![\p{L}\p{N}])((?:[A-Z][a-z]?){1,3})[ \t]*\n[ \t>]*(\d{1,2})[ \t]{5,}(?=([-–),.;:\]]|[A-Z][a-z]?(?!\p{L})|\p{Ll}))/gu;

/** Joins formulas that a converter of legal texts broke at their lowered digits: "CO\n2        -Preis" is "CO2-Preis". */
export function joinLoweredDigits(source: string): string {
  return source.replace(
    LOWERED,
    (_, formula: string, digits: string, after: string) =>
      `${formula}${digits}${/\p{Ll}/u.test(after) ? ' ' : ''}`,
  );
}
