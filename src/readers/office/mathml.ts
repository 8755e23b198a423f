import type { XmlElement } from './xml.ts';
import { elementsOf, textOf } from './xml-tree.ts';

/** A formula of MathML in one line: (a+b)/2, x^2, √(y). */
export function mathmlText(formula: XmlElement): string {
  return childrenText(formula).replace(/\s+/g, ' ').trim();
}

function childrenText(element: XmlElement): string {
  return elementsOf(element).map(partText).join('');
}

function partText(part: XmlElement): string {
  const parts = elementsOf(part);
  const at = (index: number) => (parts[index] ? partText(parts[index]) : '');
  switch (part.name.replace(/^.*:/, '')) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
    case 'ms':
      return textOf(part);
    case 'mfrac':
      return `${grouped(at(0))}/${grouped(at(1))}`;
    case 'msup':
    case 'mover':
      return `${at(0)}^${grouped(at(1))}`;
    case 'msub':
    case 'munder':
      return `${at(0)}_${grouped(at(1))}`;
    case 'msubsup':
    case 'munderover':
      return `${at(0)}_${grouped(at(1))}^${grouped(at(2))}`;
    case 'msqrt':
      return `√${grouped(childrenText(part))}`;
    case 'mroot':
      return `${at(1)}√${grouped(at(0))}`;
    case 'mtr':
      return `${parts.map(partText).join(', ')}; `;
    case 'mspace':
      return ' ';
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return childrenText(part);
  }
}

function grouped(text: string): string {
  return /^(?:[\p{L}\p{M}]+|[\d.,]+|\([^()]*\)|.)$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}
