import type { Run } from './run.ts';

/** What somebody filled in, and the rectangle for it: left, bottom, right, top in points. */
export interface Field {
  readonly value: string;
  readonly place: readonly number[];
}

const KINDS: ReadonlySet<unknown> = new Set(['text', 'combobox', 'listbox']);

/** The fields of a PDF's form that show a value, by page from 0. */
export function parseFields(
  form: Readonly<Record<string, readonly object[]>> | null,
): ReadonlyMap<number, Field[]> {
  const pages = new Map<number, Field[]>();
  for (const each of Object.values(form ?? {}).flat()) {
    const { type, value, items, page, rect, hidden, password } = each as Record<string, unknown>;
    const shown = [value]
      .flat()
      .filter((part) => typeof part === 'string')
      .map((part) => choiceText(part, items))
      .join(', ')
      .trim();
    if (!KINDS.has(type) || hidden || password || shown === '' || !Array.isArray(rect)) continue;
    const fields = pages.get(Number(page)) ?? [];
    pages.set(Number(page), [...fields, { value: shown, place: rect.map(Number) }]);
  }
  return pages;
}

/** What a list shows for a value that was chosen from it; forms may store another. */
function choiceText(value: string, items: unknown): string {
  const choices: readonly Choice[] = Array.isArray(items) ? items : [];
  return choices.find(({ exportValue }) => exportValue === value)?.displayValue ?? value;
}

interface Choice {
  readonly exportValue?: string;
  readonly displayValue?: string;
}

const UNSEEN = 2 | 32; // flags of an annotation: hidden, and not for the screen (ISO 32000-2, table 167)

/**
 * What somebody wrote on a page without a field's value saying it: typed notes (`FreeText`), which is how forms without
 * fields are filled in, and what a field is drawn with. The lines of its drawing are told; it may have none.
 */
export function parseAnnotations(annotations: readonly object[]): Field[] {
  return annotations.flatMap((each) => {
    const { subtype, fieldType, fieldValue, textContent, contentsObj, rect, ...rest } = each as Annotation;
    const { annotationFlags = 0, hidden, password } = rest;
    const isNote = subtype === 'FreeText';
    const isDrawn = subtype === 'Widget' && fieldType === 'Tx' && fieldValue === '' && !password;
    if ((!isNote && !isDrawn) || hidden || (annotationFlags & UNSEEN) !== 0 || !Array.isArray(rect))
      return [];
    const drawn = (textContent ?? []).join('\n').trim();
    const value = drawn === '' && isNote ? (contentsObj?.str ?? '').trim() : drawn;
    return value === '' ? [] : [{ value, place: rect.map(Number) }];
  });
}

/** An annotation as PDF.js returns it. */
interface Annotation {
  readonly subtype?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly textContent?: readonly string[];
  readonly contentsObj?: { readonly str?: string };
  readonly rect?: unknown;
  readonly annotationFlags?: number;
  readonly hidden?: unknown;
  readonly password?: unknown;
}

/** The runs of a page with the values of its fields, each after what is printed before it. */
export function fieldRuns(runs: readonly Run[], fields: readonly Field[]): Run[] {
  return [...runs, ...fields.flatMap((field) => toRuns(field, runs))];
}

const LETTERS = 0.65; // of the height of a field of one line
const LEADING = 1.2; // times the height of letters

function toRuns(
  { value, place: [left = 0, bottom = 0, right = 0, top = 0] }: Field,
  runs: readonly Run[],
): Run[] {
  const size = Math.min(10, (top - bottom) * LETTERS);
  const middle = (top + bottom) / 2 - size / 3;
  const lines = value.split(/[\r\n]+/);
  const label = labelOf({ left, base: middle, size }, runs);
  const aligned = label && Math.abs(label.base - middle) < size ? label.base : middle;
  const first = lines.length === 1 ? aligned : top - size;
  return lines.map((text, at) => ({
    text,
    left,
    right: Math.max(right, left + 1),
    base: first - at * size * LEADING,
    size: label?.size ?? size,
    order: (label?.order ?? 0) + (at + 1) / (lines.length + 1),
    spaced: true,
    rightToLeft: false,
  }));
}

/** The run closest to the left of a place, or else above it. */
function labelOf(place: Pick<Run, 'left' | 'base' | 'size'>, runs: readonly Run[]): Run | null {
  let best: Run | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const [across, up] = [place.left - run.left, run.base - place.base];
    if (across < -place.size || up < -place.size) continue;
    const distance = Math.abs(up) < place.size ? across : 1000 + up * 2 + across / 10;
    if (distance < least) [best, least] = [run, distance];
  }
  return best;
}
