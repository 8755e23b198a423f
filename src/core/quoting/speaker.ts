const NAME = String.raw`\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}\.|de|van|von|bin|al|\p{Lu}[\p{L}’'-]+)){1,3}`;
const SAID = 'said|says|stated|argued|added|warned|told|noted|insisted|wrote|explained|declared|remarked';

const BEFORE = new RegExp(
  `^(${NAME})(?:, [^“”,]{3,80},)? (?:\\p{Ll}+ly )?(?:${SAID})\\b[^“”]{0,30}[,:] “`,
  'u',
);
const AFTER = new RegExp(`,” (?:(${NAME}) (?:${SAID})|(?:${SAID}) (${NAME}))\\b`, 'u');

/** Returns the full name of the person who says the quotation in a text, if the text states it; otherwise null. */
export function speakerOf(text: string): string | null {
  if (!text.includes('“')) return null; // most have no quotation, and the patterns are slow
  const after = AFTER.exec(text);
  return BEFORE.exec(text)?.[1] ?? after?.[1] ?? after?.[2] ?? null;
}
