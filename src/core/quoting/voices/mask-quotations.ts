const FILL = '·'; // stands for a quoted character, so that offsets stay

/**
 * Replaces what stands in quotation marks, but not the marks, so that what is left is in the text's own voice. A
 * paragraph may begin or end within a quotation.
 */
export function maskQuotations(paragraph: string): string {
  let masked = '';
  let depth = startsWithin(paragraph) ? 1 : 0;
  for (const mark of paragraph) {
    const wasWithin = depth > 0;
    if (OPENING.test(mark)) depth = 1;
    else if (CLOSING.test(mark)) depth = 0;
    else if (mark === '"') depth = 1 - depth;
    masked += wasWithin && depth > 0 && !OPENING.test(mark) ? FILL.repeat(mark.length) : mark;
  }
  return masked;
}

const OPENING = /[“„«]/;
const CLOSING = /[”»]/;

/** Whether the first quotation mark of a paragraph closes. */
function startsWithin(paragraph: string): boolean {
  return CLOSING.test(/["“„«”»]/.exec(paragraph)?.[0] ?? '');
}
