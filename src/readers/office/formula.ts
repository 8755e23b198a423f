import type { XmlElement } from './xml.ts';
import { elementsOf, findChild, textOf } from './xml-tree.ts';

/** A formula of Office Math (`m:oMath`) in one line: (a+b)/2, x^2, √(y). */
export function formulaText(formula: XmlElement): string {
  return childrenText(formula).replace(/\s+/g, ' ').trim();
}

function childrenText(element: XmlElement | undefined): string {
  return elementsOf(element).map(partText).join('');
}

function partText(part: XmlElement): string {
  const of = (name: string) => childrenText(findChild(part, name));
  switch (part.name) {
    case 'm:t':
    case 'w:t':
      return textOf(part);
    case 'm:f':
      return fraction(of('m:num'), of('m:den'), property(part, 'm:fPr', 'm:type'));
    case 'm:sSup':
      return `${of('m:e')}^${grouped(of('m:sup'))}`;
    case 'm:sSub':
      return `${of('m:e')}_${grouped(of('m:sub'))}`;
    case 'm:sSubSup':
      return `${of('m:e')}_${grouped(of('m:sub'))}^${grouped(of('m:sup'))}`;
    case 'm:sPre':
      return `_${grouped(of('m:sub'))}^${grouped(of('m:sup'))}${of('m:e')}`;
    case 'm:rad':
      return `${of('m:deg')}√${grouped(of('m:e'))}`;
    case 'm:nary':
      return `${property(part, 'm:naryPr', 'm:chr') ?? '∫'}${limit('_', of('m:sub'))}${limit('^', of('m:sup'))} ${of('m:e')}`;
    case 'm:limLow':
      return `${of('m:e')}${limit('_', of('m:lim'))} `;
    case 'm:limUpp':
      return `${of('m:e')}${limit('^', of('m:lim'))} `;
    case 'm:func':
      return `${of('m:fName')} ${of('m:e')}`;
    case 'm:d':
      return delimited(part);
    case 'm:m':
      return `[${rows(part, 'm:mr').join('; ')}]`;
    case 'm:eqArr':
      return rows(part, 'm:e').join('; ');
    case 'w:del':
    case 'w:moveFrom':
    case 'm:ctrlPr':
      return '';
    default:
      return childrenText(part);
  }
}

function fraction(over: string, under: string, type: string | undefined): string {
  return type === 'noBar' ? `(${over} ${under})` : `${grouped(over)}/${grouped(under)}`;
}

function limit(sign: string, text: string): string {
  return text === '' ? '' : `${sign}${grouped(text)}`;
}

/** In parentheses, unless it is a single number or name or has them. */
function grouped(text: string): string {
  return /^(?:[\p{L}\p{M}]+|[\d.,]+|\([^()]*\)|.)$/u.test(text) ? text : `(${text})`;
}

function delimited(part: XmlElement): string {
  const sign = (name: string, usual: string) => property(part, 'm:dPr', name) ?? usual;
  const inside = rows(part, 'm:e').join(sign('m:sepChr', '|'));
  return `${sign('m:begChr', '(')}${inside}${sign('m:endChr', ')')}`;
}

function rows(part: XmlElement, name: string): readonly string[] {
  return elementsOf(part)
    .filter((row) => row.name === name)
    .map((row) => (name === 'm:mr' ? rows(row, 'm:e').join(', ') : childrenText(row)));
}

function property(part: XmlElement, group: string, name: string): string | undefined {
  return findChild(part, group, name)?.attributes['m:val'];
}
