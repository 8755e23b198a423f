import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findAll, findChild } from '../office/xml-tree.ts';

/** What text of a style looks like. */
export interface TextLook {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly raised: boolean;
  readonly bold: boolean;
}

/** What the styles of an OpenDocument file say, each with the styles that it is based on. */
export interface OdfStyles {
  look(family: 'paragraph' | 'text', name: string | undefined): TextLook;
  /** The name of the list style that a paragraph style brings. */
  listStyleOf(paragraphStyle: string | undefined): string | undefined;
  /** A level of a list style, counted from 1; undefined if it has none. */
  listLevel(style: string | undefined, level: number): XmlElement | undefined;
  /** Whether a style takes a slide out of the show. */
  hidesSlide(style: string | undefined): boolean;
  /** How headings of a level are numbered. */
  outlineLevel(level: number): XmlElement | undefined;
}

const MAX_PARENTS = 20;
const PLAIN: TextLook = { hidden: false, struck: false, raised: false, bold: false };

/** Reads the styles of `content.xml` and `styles.xml`. */
export function readOdfStyles(...parts: readonly (XmlElement | undefined)[]): OdfStyles {
  const groups = parts.flatMap((part) =>
    ['office:styles', 'office:automatic-styles'].flatMap((name) => elementsOf(findChild(part, name))),
  );
  const styles = new Map(
    groups.filter(({ name }) => name === 'style:style').map((each) => [styleKey(each), each]),
  );
  const lists = new Map(
    groups
      .filter(({ name }) => name === 'text:list-style')
      .map((each) => [each.attributes['style:name'], each]),
  );
  const outline = groups.find(({ name }) => name === 'text:outline-style');
  const looks = new Map<string, TextLook>();
  const parentsOf = (key: string) => styleChain(styles, key);
  return {
    look(family, name) {
      if (name === undefined) return PLAIN;
      const key = `${family}/${name}`;
      const look = looks.get(key) ?? readLook(parentsOf(key));
      looks.set(key, look);
      return look;
    },
    listStyleOf: (name) =>
      stated(parentsOf(`paragraph/${name}`), (style) => style.attributes['style:list-style-name']),
    listLevel: (style, level) => levelOf(lists.get(style), level),
    hidesSlide: (name) =>
      findChild(styles.get(`drawing-page/${name}`), 'style:drawing-page-properties')?.attributes[
        'presentation:visibility'
      ] === 'hidden',
    outlineLevel: (level) => levelOf(outline, level),
  };
}

function styleKey({ attributes }: XmlElement): string {
  return `${attributes['style:family']}/${attributes['style:name']}`;
}

function styleChain(styles: ReadonlyMap<string, XmlElement>, key: string): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let next = styles.get(key); next && chain.length < MAX_PARENTS; ) {
    chain.push(next);
    next = styles.get(`${next.attributes['style:family']}/${next.attributes['style:parent-style-name']}`);
  }
  return chain;
}

function readLook(chain: readonly XmlElement[]): TextLook {
  const of = (name: string) =>
    stated(chain, (style) => findChild(style, 'style:text-properties')?.attributes[name]);
  const line = of('style:text-line-through-style') ?? of('style:text-line-through-type') ?? 'none';
  const position = of('style:text-position') ?? '';
  return {
    hidden: of('text:display') === 'none',
    struck: line !== 'none',
    raised: /^(?:super|[1-9])/.test(position),
    bold: /^(?:bold|[6-9]00)$/.test(of('fo:font-weight') ?? ''),
  };
}

function stated(
  chain: readonly XmlElement[],
  read: (style: XmlElement) => string | undefined,
): string | undefined {
  for (const style of chain) {
    const value = read(style);
    if (value !== undefined) return value;
  }
  return undefined;
}

function levelOf(style: XmlElement | undefined, level: number): XmlElement | undefined {
  return elementsOf(style).find(({ attributes }) => attributes['text:level'] === String(level));
}

/** The formulas and other objects that a text refers to by `xlink:href`. */
export function objectName(frame: XmlElement): string | null {
  const [object] = findAll(frame, 'draw:object');
  const target = object?.attributes['xlink:href'];
  return target === undefined ? null : `${target.replace(/^\.\//, '')}/content.xml`;
}
