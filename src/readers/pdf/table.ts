import type { PdfLine } from './lines.ts';

const ONE_LINE = 0.8; // of the turns: lines drawn across both columns, one after the other

/**
 * Whether prose side by side was drawn as cells of a table are: a cell, the cell beside it, and only then the cells
 * below them. Columns are drawn one after the other, or line by line across both.
 */
export function isDrawnAsTable(left: readonly PdfLine[], right: readonly PdfLine[]): boolean {
  const turns = turnsOf(left, right);
  if (turns.length < 4) return false;
  const single = turns.filter(({ lines }) => lines.length === 1).length;
  if (single >= turns.length * ONE_LINE) return false;
  return goesDown(turns, 'left') && goesDown(turns, 'right');
}

/** Whether no line of a side was drawn above one that was drawn in an earlier turn. */
function goesDown(turns: readonly Turn[], side: Turn['side']): boolean {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { lines } of turns.filter((turn) => turn.side === side)) {
    if (lines.some(({ base }) => base >= lowest)) return false;
    lowest = lines.reduce((least, { base }) => Math.min(least, base), lowest);
  }
  return true;
}

interface Turn {
  readonly side: 'left' | 'right';
  readonly lines: PdfLine[];
}

/** The lines as they were drawn, parted where drawing goes over to the other side. */
function turnsOf(left: readonly PdfLine[], right: readonly PdfLine[]): Turn[] {
  const drawn = [
    ...left.map((line) => ({ side: 'left' as const, line })),
    ...right.map((line) => ({ side: 'right' as const, line })),
  ].sort((a, b) => a.line.order - b.line.order);
  const turns: Turn[] = [];
  for (const { side, line } of drawn) {
    const last = turns.at(-1);
    if (last?.side === side) last.lines.push(line);
    else turns.push({ side, lines: [line] });
  }
  return turns;
}
