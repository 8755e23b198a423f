import type { getDocumentProxy } from 'unpdf';
import { type Field, fieldRuns } from './fields.ts';
import type { Run } from './run.ts';
import { decodeTexLetters } from './tex-letters.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** What PDF.js returns for a page. */
export type TextContent = Awaited<ReturnType<Page['getTextContent']>>;
type Text = Extract<TextContent['items'][number], { str: string }>;

const UPRIGHT = /[\uFE10-\uFE19\uFE30-\uFE4F]/g; // punctuation in the forms of vertical writing
const STEP = 15; // degrees: texts that are turned by less than this from one another are one layer

/** The runs of a page in layers, one for each direction of writing, the longest first. */
export function layersOf({ items, styles }: TextContent, fields: readonly Field[] = []): Run[][] {
  const layers = new Map<string, Run[]>();
  let spaced = false;
  for (const [order, item] of items.entries()) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      spaced ||= item.str !== '';
      continue;
    }
    const [name, run] = place(item, { order, spaced, vertical: styles[item.fontName]?.vertical === true });
    const layer = layers.get(name) ?? [];
    layers.set(name, layer);
    layer.push(run);
    spaced = /\s$/.test(item.str);
  }
  if (fields.length > 0) layers.set('0', fieldRuns(layers.get('0') ?? [], fields));
  return [...layers.values()].map(dropCopies).sort((a, b) => lettersIn(b) - lettersIn(a));
}

interface Drawn {
  readonly order: number;
  readonly spaced: boolean;
  readonly vertical: boolean;
}

/** Turns a run so that its text runs from left to right. */
function place({ str, dir, transform, width, height }: Text, drawn: Drawn): [string, Run] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform.map(Number);
  const text = decodeTexLetters(str.replace(/[\s\0]+/g, ' ')).trim();
  const rest = {
    text,
    order: drawn.order,
    spaced: drawn.spaced || /^\s/.test(str),
    rightToLeft: dir === 'rtl',
  };
  if (drawn.vertical)
    return [
      'vertical',
      {
        ...rest,
        text: text.replace(UPRIGHT, (form) => form.normalize('NFKC')),
        left: -y,
        right: -y + height,
        base: x,
        size: Math.hypot(a, b),
      },
    ];
  const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI / STEP) * STEP;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const left = x * cos + y * sin;
  const size = Math.hypot(c, d) || height;
  return [String(angle), { ...rest, left, right: left + width, base: y * cos - x * sin, size }];
}

function lettersIn(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

const NEAR = 0.3; // of the height of letters: a copy is drawn no further from the original than this

/** Leaves out text that is drawn again in its place, a little beside itself, to look bold or to have a shadow. */
function dropCopies(runs: readonly Run[]): Run[] {
  const rows = new Map<number, Run[]>();
  return runs.filter((run) => {
    const row = Math.round(run.base / ROW);
    const near = [row - 1, row, row + 1].flatMap((each) => rows.get(each) ?? []);
    if (near.some((other) => isCopy(run, other))) return false;
    const own = rows.get(row);
    if (own) own.push(run);
    else rows.set(row, [run]);
    return true;
  });
}

const ROW = 4; // points

function isCopy(run: Run, of: Run): boolean {
  const near = run.size * NEAR;
  const inside = run.left > of.left - near && run.right < of.right + near;
  if (!inside || Math.abs(run.base - of.base) > near || Math.abs(run.size - of.size) > near) return false;
  if (run.text === of.text) return Math.abs(run.left - of.left) <= near;
  return run.text.length > 1 && bare(of.text).includes(bare(run.text));
}

function bare(text: string): string {
  return text.replaceAll(' ', '');
}
