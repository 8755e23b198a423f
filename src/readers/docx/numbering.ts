import { formatListNumber, type NumberFormat } from '../office/list-number.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findChild } from '../office/xml-tree.ts';
import { isSet, type Styles, value } from './styles.ts';

/** The label of each paragraph in turn, `''` if it has none; numbers go on from call to call. */
export type NextLabel = (properties: XmlElement | undefined) => string;

interface Level {
  readonly start: number;
  readonly format: string;
  /** Such as `%1.%2.` */
  readonly pattern: string;
  /** The number of the level after which it starts again; 0 if it never does. */
  readonly restartsAfter: number;
  readonly decimalOnly: boolean;
  readonly style: string | undefined;
}

interface List {
  /** What it counts together with. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Counts the numbered paragraphs of a document by its `numbering.xml`. Bullets have no label. */
export function createLabels(part: XmlElement | undefined, styles: Styles): NextLabel {
  const lists = readLists(part);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (properties) => {
    const stated = styles.paragraphProperty('w:numPr', properties);
    const id = value(findChild(stated, 'w:numId')) ?? value(numberOfStyle(styles, properties)) ?? '';
    const list = lists.get(id);
    if (!list) return '';
    const depth = levelOf(stated, list, properties);
    const level = list.levels.get(depth);
    if (!level) return '';
    const counters = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, counters);
    const override = begun.has(`${id}/${depth}`) ? undefined : list.startOverrides.get(depth);
    begun.add(`${id}/${depth}`);
    counters[depth] = override ?? (counters[depth] === undefined ? level.start : counters[depth] + 1);
    for (let outer = 0; outer < depth; outer++) counters[outer] ??= list.levels.get(outer)?.start ?? 1;
    restartBelow(counters, depth, list);
    return formatLabel(level, list, counters);
  };
}

/** A paragraph that states a level alone takes the list of its style. */
function numberOfStyle(styles: Styles, properties: XmlElement | undefined): XmlElement | undefined {
  const style = findChild(properties, 'w:pStyle');
  if (!style) return undefined;
  const onlyStyle = { name: 'w:pPr', attributes: {}, children: [style] };
  return findChild(styles.paragraphProperty('w:numPr', onlyStyle), 'w:numId');
}

function levelOf(stated: XmlElement | undefined, list: List, properties: XmlElement | undefined): number {
  const written = value(findChild(stated, 'w:ilvl'));
  if (written !== undefined) return Number(written);
  const style = value(findChild(properties, 'w:pStyle'));
  return [...list.levels].find(([, level]) => level.style !== undefined && level.style === style)?.[0] ?? 0;
}

function restartBelow(counters: (number | undefined)[], depth: number, { levels }: List): void {
  for (let below = depth + 1; below < counters.length; below++) {
    const after = levels.get(below)?.restartsAfter ?? below;
    if (after !== 0 && depth < after) counters[below] = undefined;
  }
}

function formatLabel(level: Level, list: List, counters: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return '';
  return level.pattern
    .replace(/%([1-9])/g, (_, digit: string) => {
      const depth = Number(digit) - 1;
      const shown = list.levels.get(depth);
      if (shown?.format === 'bullet' || shown?.format === 'none') return '';
      const number = counters[depth] ?? shown?.start ?? 1;
      return formatListNumber(number, level.decimalOnly ? 'decimal' : numberFormat(shown?.format));
    })
    .replace(/[\uE000-\uF8FF]/g, '')
    .trim();
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  ...{ lowerLetter: 'lower-letter', upperLetter: 'upper-letter', decimalZero: 'padded' },
  ...{ lowerRoman: 'lower-roman', upperRoman: 'upper-roman' },
};

function numberFormat(written: string | undefined): NumberFormat {
  return FORMATS[written ?? ''] ?? 'decimal';
}

function readLists(part: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map<string, XmlElement>();
  const styled = new Map<string, XmlElement>();
  for (const child of elementsOf(part)) {
    if (child.name !== 'w:abstractNum') continue;
    abstracts.set(child.attributes['w:abstractNumId'] ?? '', child);
    const style = value(findChild(child, 'w:styleLink'));
    if (style !== undefined) styled.set(style, child);
  }
  const lists = elementsOf(part).filter(({ name }) => name === 'w:num');
  return new Map(
    lists.map((list) => {
      const abstract = value(findChild(list, 'w:abstractNumId')) ?? '';
      const own = abstracts.get(abstract);
      const linked = styled.get(value(findChild(own, 'w:numStyleLink')) ?? '');
      return [list.attributes['w:numId'] ?? '', readList(list, linked ?? own)];
    }),
  );
}

function readList(list: XmlElement, abstract: XmlElement | undefined): List {
  const overrides = elementsOf(list).filter(({ name }) => name === 'w:lvlOverride');
  const starts = overrides.flatMap((override) => {
    const start = value(findChild(override, 'w:startOverride'));
    return start === undefined ? [] : [[Number(override.attributes['w:ilvl']), Number(start)] as const];
  });
  const levels = [...elementsOf(abstract), ...overrides.flatMap(elementsOf)].filter(
    ({ name }) => name === 'w:lvl',
  );
  return {
    abstract: abstract?.attributes['w:abstractNumId'] ?? '',
    levels: new Map(levels.map((level) => [Number(level.attributes['w:ilvl']), readLevel(level)])),
    startOverrides: new Map(starts),
  };
}

function readLevel(level: XmlElement): Level {
  const of = (name: string) => value(findChild(level, name));
  const legal = findChild(level, 'w:isLgl');
  return {
    start: Number(of('w:start') ?? 0),
    format:
      of('w:numFmt') ??
      findChild(findChild(level, 'mc:AlternateContent', 'mc:Fallback'), 'w:numFmt')?.attributes['w:val'] ??
      'decimal',
    pattern: of('w:lvlText') ?? '',
    restartsAfter: Number(of('w:lvlRestart') ?? level.attributes['w:ilvl']),
    decimalOnly: legal !== undefined && isSet(legal),
    style: of('w:pStyle'),
  };
}
