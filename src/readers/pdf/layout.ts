import type { PdfLine } from './lines.ts';

/** The height of most characters, in points. */
export function usualSize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** The usual distance between lines that follow one another, in points; 0 for a single line. */
export function usualLeading(lines: readonly PdfLine[]): number {
  const distances = lines
    .slice(1)
    .map((line, at) => (lines[at]?.base ?? 0) - line.base)
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}
