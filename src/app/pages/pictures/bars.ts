import { html, type Markup } from '../../../adapters/web/markup.ts';
import { displayable } from '../../../core/text/displayable.ts';
import { drawing, label, round } from './svg.ts';

/** Something and how much of it there is. */
export interface Amount {
  readonly name: string;
  readonly count: number;
}

/** What bars are drawn of. */
export interface BarsOptions {
  readonly id: string;
  readonly title: string;
  /** One of what is counted, and several: `document`, `documents`. */
  readonly unit: readonly [one: string, many: string];
}

const SIZE = { row: 44, bar: 14, longest: 85 } as const; // pixels; percent
const MOST = 10; // bars; the table has all

/** Draws amounts as horizontal bars, each with its name above it and its number at its end. */
export function bars(amounts: readonly Amount[], { id, title, unit }: BarsOptions): Markup {
  const shown = amounts.slice(0, MOST);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const shapes = shown.map(({ name, count }, at) => {
    const top = at * SIZE.row;
    const length = Math.max(1, (count / most) * SIZE.longest);
    return html`${label(html`x="0" y="${top + 16}"`, name, 48)}<rect class="bar" x="0" y="${top + 22}" width="${round(length)}%" height="${SIZE.bar}" rx="2"/>${label(html`x="${round(length)}%" dx="8" y="${top + 34}"`, String(count), 9)}
`;
  });
  return drawing({
    ...{ id, title, height: Math.max(1, shown.length) * SIZE.row, shapes },
    description: describe(amounts, unit),
  });
}

/** `Nawaiwaqt 2 documents, KBS 1 document.` */
function describe(amounts: readonly Amount[], [one, many]: BarsOptions['unit']): string {
  const named = amounts
    .slice(0, MOST)
    .map(({ name, count }) => `${displayable(name)} ${count} ${count === 1 ? one : many}`);
  const left = amounts.length - named.length;
  return `${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}

/** Counts by name, most first, then as they came. */
export function countByName(names: readonly string[]): readonly Amount[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
