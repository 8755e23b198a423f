const FILL = '·'; // stands for a quoted character, so that offsets stay

// What opens a quotation, and what closes it.
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '"': '"' };

/**
 * Replaces what stands in quotation marks, but not the marks, so that what is left is in the text's own voice. A
 * paragraph may begin or end within a quotation.
 */
export function maskQuotations(paragraph: string): string {
  let masked = '';
  let closing = startsWithin(paragraph) ? '”' : null;
  for (const character of paragraph) {
    const isEnd: boolean = closing?.includes(character) ?? false;
    masked += closing === null || isEnd ? character : FILL.repeat(character.length);
    closing = isEnd ? null : (closing ?? CLOSING[character] ?? null);
  }
  return masked;
}

/** Whether the first quotation mark of a paragraph closes. */
function startsWithin(paragraph: string): boolean {
  return /["“„«”»]/.exec(paragraph)?.[0] === '”';
}
