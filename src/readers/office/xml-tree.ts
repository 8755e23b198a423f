import type { XmlElement, XmlNode } from './xml.ts';

/** The elements among an element's children, in order. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element === undefined
    ? []
    : element.children.filter((node): node is XmlElement => typeof node !== 'string');
}

/** The first element along a path of names, each a child of the one before. */
export function findChild(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce((from, name) => elementsOf(from).find((child) => child.name === name), element);
}

/** All elements of one name below an element, in document order; none inside another of them. */
export function findAll(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

/** All text below an element. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? '';
  return node.children.map(textOf).join('');
}

/** The one of an `mc:AlternateContent`'s contents that is shown: its first choice, unless that is no drawing and only the fallback says something. */
export function chosenContent(element: XmlElement): XmlElement | undefined {
  const choice = findChild(element, 'mc:Choice');
  const fallback = findChild(element, 'mc:Fallback');
  const says = (content: XmlElement | undefined) => textOf(content).trim() !== '';
  const isChart = findAll(choice, 'cx:chart').length > 0; // older programs are shown that there is one
  return choice && (says(choice) || isChart || !says(fallback)) ? choice : fallback;
}
