const NAMED = /^[^:;.!?]{1,80}: [^\n]*?; [^:;.!?]{1,80}: /;

/** Whether a paragraph is a row of a table under the names of its columns: "Port: Lindau; Depth: 4.5 m". */
export function isTableRow(paragraph: string): boolean {
  return NAMED.test(paragraph.slice(0, LOOKED_AT));
}

/** Whether a line is a row of a table whose cells bars part: they have names, or the line above or below is such a row, too. */
export function isBarredRow(line: string, { above, below }: { above: string; below: string }): boolean {
  if (!BAR.test(line)) return false;
  return BARRED_NAMES.test(line.slice(0, LOOKED_AT)) || BAR.test(above) || BAR.test(below);
}

const BAR = /\S \| \S/;
const BARRED_NAMES = /^[^:|.!?]{1,80}: [^\n]*? \| [^:|.!?]{1,80}: /;

const LOOKED_AT = 2000; // characters in which a second name is looked for
