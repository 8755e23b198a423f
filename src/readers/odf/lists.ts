import { formatListNumber, type NumberFormat } from '../office/list-number.ts';
import type { XmlElement } from '../office/xml.ts';
import type { OdfStyles } from './styles.ts';

/** The numbers reached in a list, by level; those of levels not yet begun are undefined. */
export type Counters = (number | undefined)[];

/** Counts the numbered paragraphs of one text. */
export interface Lists {
  /** The counters of a list that begins, or goes on. */
  open(list: XmlElement, style: string | undefined): Counters;
  /** The label of the next item of a level counted from 1, `''` if it has none. */
  itemLabel(
    counters: Counters,
    item: XmlElement,
    place: { readonly style: string | undefined; readonly level: number },
  ): string;
  /** The label of the next heading. */
  headingLabel(heading: XmlElement): string;
}

/** Creates the count of one text. */
export function createLists(styles: OdfStyles): Lists {
  const byStyle = new Map<string | undefined, Counters>();
  const byId = new Map<string | undefined, Counters>();
  const outline: Counters = [];
  return {
    open(list, style) {
      const { attributes } = list;
      const before = attributes['text:continue-list'];
      const continued = before
        ? byId.get(before)
        : attributes['text:continue-numbering'] === 'true'
          ? byStyle.get(style)
          : undefined;
      const counters = continued ?? [];
      byStyle.set(style, counters);
      byId.set(attributes['xml:id'], counters);
      return counters;
    },
    itemLabel(counters, item, { style, level }) {
      const levels = (at: number) => styles.listLevel(style, at);
      return countLabel(counters, level, { levels, start: item.attributes['text:start-value'] });
    },
    headingLabel(heading) {
      const level = Number(heading.attributes['text:outline-level'] ?? 1) || 1;
      if (heading.attributes['text:is-list-header'] === 'true' || level > MAX_LEVEL) return '';
      return countLabel(outline, level, {
        levels: styles.outlineLevel,
        start: heading.attributes['text:start-value'],
      });
    },
  };
}

const MAX_LEVEL = 10; // of lists and headings (OpenDocument 1.3, part 3, 19.880)

interface Counting {
  readonly levels: (level: number) => XmlElement | undefined;
  /** The number that the item itself states. */
  readonly start: string | undefined;
}

function countLabel(counters: Counters, level: number, { levels, start }: Counting): string {
  const first = (at: number) => Number(levels(at)?.attributes['text:start-value'] ?? 1);
  for (let outer = 1; outer < level; outer++) counters[outer] ??= first(outer);
  const last = counters[level];
  counters[level] = start === undefined ? (last === undefined ? first(level) : last + 1) : Number(start);
  counters.length = level + 1;
  const style = levels(level);
  if (!style || !formatOf(style)) return '';
  const shown = Number(style.attributes['text:display-levels'] ?? 1) || 1;
  const numbers: string[] = [];
  for (let at = Math.max(1, level - shown + 1); at <= level; at++) {
    const format = formatOf(levels(at));
    if (format) numbers.push(formatListNumber(counters[at] ?? 1, format));
  }
  return `${style.attributes['style:num-prefix'] ?? ''}${numbers.join('.')}${style.attributes['style:num-suffix'] ?? ''}`.trim();
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  ...{ 1: 'decimal', a: 'lower-letter', A: 'upper-letter', i: 'lower-roman', I: 'upper-roman' },
};

function formatOf(level: XmlElement | undefined): NumberFormat | undefined {
  return FORMATS[level?.attributes['style:num-format'] ?? ''];
}
