import type { PdfLine } from './lines.ts';

const STEPS = [
  { step: 1, least: 5 }, // numbered lines of a page
  { step: 5, least: 3 },
];
const LEAST = Math.min(...STEPS.map(({ least }) => least));
const MOST_LINES = 0.7; // of the lines between the first and the last number are numbered
const GOING_ON = 0.2; // of the numbered lines go on with a sentence in small letters
const MARGIN = 15; // points within which numbers of one to three digits begin
const NUMBERED = /^(\d{1,3})(?:\s+(?=\S)|$)/;
const ROW = 0.4; // times the height of letters

/** Leaves out the numbers of lines that stand in a margin, as in bills and transcripts; a table keeps its numbers. */
export function dropLineNumbers(lines: readonly PdfLine[]): readonly PdfLine[] {
  const numbered = findNumbers(lines);
  if (!numbered) return lines;
  return lines.flatMap((line) => (numbered.has(line) ? withoutNumber(line) : [line]));
}

function findNumbers(lines: readonly PdfLine[]): ReadonlySet<PdfLine> | null {
  const candidates = lines.filter(({ text }) => NUMBERED.test(text));
  if (candidates.length < LEAST) return null;
  const margins = [
    Math.min(...candidates.map(({ left }) => left)),
    Math.max(...candidates.map(({ left }) => left)) - MARGIN,
  ];
  for (const margin of margins) {
    const inMargin = candidates.filter(({ left }) => left >= margin && left <= margin + MARGIN);
    const numbers = inMargin.sort((a, b) => b.base - a.base);
    if (isCount(numbers) && areLines(numbers, lines)) return new Set(numbers);
  }
  return null;
}

/** 1, 2, 3 … or 5, 10, 15 … from the top; a page may start where the last one ended. */
function isCount(lines: readonly PdfLine[]): boolean {
  const numbers = lines.map(({ text }) => Number(NUMBERED.exec(text)?.[1]));
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  return STEPS.some(({ step, least }) => lines.length >= least && steps.every((each) => each === step));
}

/** Whether nearly each line has its number, and the lines are those of sentences. */
function areLines(numbers: readonly PdfLine[], lines: readonly PdfLine[]): boolean {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last) return false;
  const step = Number(NUMBERED.exec(numbers[1]?.text ?? '')?.[1]) - Number(NUMBERED.exec(first.text)?.[1]);
  const between = lines.filter(
    ({ base, size }) => base <= first.base + size * ROW && base >= last.base - size * ROW,
  );
  const rest = between.flatMap((line) => (numbers.includes(line) ? withoutNumber(line) : [line]));
  const rows = new Set(rest.map(({ base, size }) => Math.round(base / (size * ROW * 2))));
  const goingOn = rest.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  const single = rest.length <= rows.size * 1.5; // a table has several cells in a row
  if (rest.length < numbers.length * step * MOST_LINES) return false;
  return single && numbers.length * step >= rows.size * MOST_LINES && goingOn >= rest.length * GOING_ON;
}

function withoutNumber(line: PdfLine): PdfLine[] {
  const [number = ''] = NUMBERED.exec(line.text) ?? [];
  const text = line.text.slice(number.length);
  return text === '' ? [] : [{ ...line, text, left: line.left + number.length * line.size * 0.5 }];
}
