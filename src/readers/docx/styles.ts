import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findChild } from '../office/xml-tree.ts';

/** What a document's styles say, each with the styles that it is based on. */
export interface Styles {
  /** Whether text has a property such as `w:vanish`, by its own properties or by its styles. */
  has(toggle: string, own: XmlElement | undefined, paragraph: XmlElement | undefined): boolean;
  /** A property of a paragraph, such as `w:numPr`: its own, or that of its style. */
  paragraphProperty(name: string, properties: XmlElement | undefined): XmlElement | undefined;
  /** Whether a paragraph is a heading or the title. */
  isHeading(properties: XmlElement | undefined): boolean;
  /** Whether a table's style sets its first row apart. */
  setsHeaderApart(tableStyle: string): boolean;
}

const MAX_BASES = 20; // styles that are based on each other, one on the next

/** Reads `styles.xml`; without it, nothing has a style. */
export function readStyles(part: XmlElement | undefined): Styles {
  const all = elementsOf(part).filter(({ name }) => name === 'w:style');
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const usual = all.find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0'),
  );
  const chain = (id: string | undefined, otherwise?: XmlElement) =>
    styleChain(byId, (id === undefined ? undefined : byId.get(id)) ?? otherwise);
  const styleOf = (properties: XmlElement | undefined) =>
    chain(value(findChild(properties, 'w:pStyle')), usual);

  const paragraphProperty = (name: string, properties: XmlElement | undefined) =>
    findChild(properties, name) ?? firstOf(styleOf(properties), (style) => findChild(style, 'w:pPr', name));
  return {
    has(toggle, own, paragraph) {
      const direct = findChild(own, toggle);
      if (direct) return isSet(direct);
      const character = chain(value(findChild(own, 'w:rStyle')));
      return byStyle(styleOf(paragraph), toggle) !== byStyle(character, toggle);
    },
    paragraphProperty,
    isHeading: (properties) =>
      paragraphProperty('w:outlineLvl', properties) !== undefined
        ? Number(value(paragraphProperty('w:outlineLvl', properties))) < BODY_LEVEL
        : styleOf(properties).some((style) => HEADING.test(value(findChild(style, 'w:name')) ?? '')),
    setsHeaderApart: (id) =>
      chain(id).some((style) =>
        elementsOf(style).some(
          (child) =>
            child.attributes['w:type'] === 'firstRow' && isSet(findChild(child, 'w:rPr', 'w:b') ?? NOT_SET),
        ),
      ),
  };
}

const BODY_LEVEL = 9; // the outline level of text that is no heading
const HEADING = /^(?:heading \d|title|subtitle)$/i;
const NOT_SET: XmlElement = { name: '', attributes: { 'w:val': '0' }, children: [] };

function styleChain(
  byId: ReadonlyMap<string, XmlElement>,
  style: XmlElement | undefined,
): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let next = style; next && chain.length < MAX_BASES; ) {
    chain.push(next);
    next = byId.get(value(findChild(next, 'w:basedOn')) ?? '');
  }
  return chain;
}

function firstOf<T>(chain: readonly XmlElement[], find: (style: XmlElement) => T | undefined): T | undefined {
  for (const style of chain) {
    const found = find(style);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byStyle(chain: readonly XmlElement[], toggle: string): boolean {
  const found = firstOf(chain, (style) => findChild(style, 'w:rPr', toggle));
  return found !== undefined && isSet(found);
}

/** The value of an element such as `w:pStyle`. */
export function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val'];
}

/** Whether a property that is there is switched on. */
export function isSet(property: XmlElement): boolean {
  return isOn(value(property) ?? '1');
}

function isOn(written: string): boolean {
  return !/^(?:0|false|off|none)$/i.test(written);
}
