import { hasClass, type StyleClasses } from '../clean/style-classes.ts';
import type { XmlElement } from '../office/xml.ts';

/** An element as its book's style sheets show it: without what they hide or strike out, and with what they raise as such. */
export function withStyles(element: XmlElement, styles: StyleClasses): XmlElement {
  const { name, attributes } = element;
  const isShown = (node: XmlElement) =>
    ![styles.struck, styles.hidden].some((classes) => hasClass(node.attributes.class, classes));
  const children = element.children.flatMap((node) => {
    if (typeof node === 'string') return node;
    return isShown(node) ? withStyles(node, styles) : [];
  });
  return { ...element, name: hasClass(attributes.class, styles.raised) ? 'sup' : name, children };
}
