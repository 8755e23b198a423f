import { html, type Markup } from '../../../adapters/web/markup.ts';
import { formatDate } from '../../../core/text/format-date.ts';
import { createDateScale } from './date-scale.ts';
import { drawing, round } from './svg.ts';

/** Something on a day, in a month or in a year. */
export interface Dated {
  readonly date: string;
}

/** What stands on a timeline: documents above the line, statements below it. */
export interface TimelineOptions {
  readonly id: string;
  readonly title: string;
  readonly documents: readonly Dated[];
  readonly statements: readonly Dated[];
}

const SIZE = { side: 3, column: 3.5, dot: 5, step: 13, most: 6 } as const; // percent; pixels; dots above one another

/** Draws documents as filled squares above a line and dated statements as rings below it: no colour tells them apart. */
export function timeline({ id, title, documents, statements }: TimelineOptions): Markup {
  const scale = createDateScale([...documents, ...statements].map(({ date }) => date));
  const across = (at: number) => SIZE.side + at * (100 - 2 * SIZE.side);
  const place = (date: string) => across(scale.place(date));
  const [above, below] = [stack(documents, place), stack(statements, place)];
  const line = 32 + SIZE.step * Math.max(1, highest(above));
  const bottom = line + 20 + SIZE.step * Math.max(1, highest(below));
  const ticks = scale.ticks.map(({ date, at }) => tick(date, across(at), bottom));
  const shapes = [
    html`<text class="quiet" x="0" y="12">■ documents</text><text class="quiet" x="100%" y="12" text-anchor="end">○ dated statements</text>`,
    ...ticks,
    html`<line class="axis" x1="0" x2="100%" y1="${line}" y2="${line}"/>`,
    ...above.map(
      ({ x, level }) =>
        html`<svg x="${x}%" y="${line - 2 - SIZE.step * (level + 1)}" overflow="visible"><rect class="bar" x="-5" width="10" height="10"/></svg>`,
    ),
    ...below.map(
      ({ x, level }) =>
        html`<circle class="hollow" cx="${x}%" cy="${line + SIZE.step * (level + 1)}" r="${SIZE.dot}"/>`,
    ),
  ];
  return drawing({ id, title, height: bottom + 14, shapes, description: describe(documents, statements) });
}

function tick(date: string, x: number, bottom: number): Markup {
  const anchor = x > 88 ? 'end' : x < 12 ? 'start' : 'middle';
  const at = round(x);
  return html`<line class="guide" x1="${at}%" x2="${at}%" y1="20" y2="${bottom - 8}"/><text class="quiet" x="${at}%" y="${bottom + 8}" text-anchor="${anchor}">${formatDate(date)}</text>
`;
}

interface Dot {
  readonly x: number;
  /** How many stand between it and the line. */
  readonly level: number;
}

/** Puts what would overlap above one another. */
function stack(all: readonly Dated[], place: (date: string) => number): readonly Dot[] {
  const levels = new Map<number, number>();
  return all.map(({ date }) => {
    const column = Math.round(place(date) / SIZE.column);
    const level = levels.get(column) ?? 0;
    levels.set(column, level + 1);
    return { x: round(Math.min(column * SIZE.column, 100 - SIZE.side)), level: Math.min(level, SIZE.most) };
  });
}

function highest(dots: readonly Dot[]): number {
  return Math.max(0, ...dots.map(({ level }) => level + 1));
}

/** `5 documents from 2 Mar 2023 to 10 Jul 2024; 3 dated statements from …` */
function describe(documents: readonly Dated[], statements: readonly Dated[]): string {
  const parts = [
    range(documents, ['document', 'documents']),
    range(statements, ['dated statement', 'dated statements']),
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

function range(all: readonly Dated[], [one, many]: readonly [string, string]): string | null {
  const dates = all.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const when =
    first === last ? `of ${formatDate(first)}` : `from ${formatDate(first)} to ${formatDate(last)}`;
  return `${dates.length} ${dates.length === 1 ? one : many} ${when}`;
}
