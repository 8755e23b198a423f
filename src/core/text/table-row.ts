const NAMED = /^[^:;.!?]{1,80}: [^\n]*?; [^:;.!?]{1,80}: /;

/** Whether a paragraph is a row of a table under the names of its columns: "Port: Lindau; Depth: 4.5 m". */
export function isTableRow(paragraph: string): boolean {
  return NAMED.test(paragraph.slice(0, LOOKED_AT));
}

const LOOKED_AT = 2000; // characters in which a second name is looked for
