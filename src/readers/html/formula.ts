import { raise } from './scripts.ts';
import { findElement, type Subtree, textOf } from './subtree.ts';

/** A formula in one line of plain text: its MathML, else what the page gives in place of it; empty if there is neither. */
export function formulaText(math: Subtree): string {
  const { alttext = '', 'aria-label': label = '' } = math.attributes;
  const note = findElement(math, ({ name }) => name === 'annotation');
  const read = [tidy(write(math)), plainTex(alttext), plainTex(note ? textOf(note) : ''), tidy(label)];
  return read.find((text) => text !== '') ?? '';
}

/** TeX without the commands that only set it: "{\displaystyle x=25}" is "x=25". */
export function plainTex(tex: string): string {
  const bare = tidy(tex).replace(/^\$+|\$+$/g, '');
  const inner = /^\{\s*\\(?:displaystyle|textstyle)\s*(.*)\}$/.exec(bare)?.[1] ?? bare;
  return tidy(inner.replace(/\\(?:displaystyle|textstyle|left|right|quad|[,;!])(?![a-z])/g, ' '));
}

function tidy(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

const UNSEEN = /[\u2061-\u2064]/g; // operators of no width, such as a product's
const LEFT_OUT = new Set(['annotation', 'annotation-xml', 'mphantom']);
const SPACED = /^(?:[=≠≈≡≤≥<>±∓×÷·∈∉⊂⊆∪∩→⇒⇔↔≪≫∼∝+−-]|:=)$/;
const ACCENTS = new Map([
  ['˙', '\u0307'],
  ['→', '\u20D7'],
  ['^', '\u0302'],
  ['¯', '\u0304'],
  ['~', '\u0303'],
]);

/** Writes an element of presentation MathML (w3.org/TR/mathml-core). */
function write(node: Subtree | string): string {
  if (typeof node === 'string') return node.replace(/\s+/g, ' ');
  if (LEFT_OUT.has(node.name)) return '';
  const parts = node.children.filter((child) => typeof child !== 'string' || /\S/.test(child));
  const written = parts.map((part) => write(part));
  if (node.name === 'msqrt') return `√${bracket(join(parts, written).trim())}`;
  return (
    FORMS[node.name]?.(
      written.map((text) => text.trim()),
      node,
    ) ?? join(parts, written)
  );
}

type Form = (parts: readonly string[], node: Subtree) => string;

const FORMS: Readonly<Record<string, Form>> = {
  mo: ([sign = '']) => (SPACED.test(sign) ? ` ${sign} ` : sign === ',' ? ', ' : sign),
  mtext: ([text = '']) => ` ${text} `,
  mspace: () => ' ',
  mfrac: ([above = '', below = ''], { attributes }) =>
    attributes.linethickness === '0' ? `${above} over ${below}` : `${bracket(above)}/${bracket(below)}`,
  mroot: ([base = '', degree = '']) => `${raise(degree)}√${bracket(base)}`,
  msup: ([base = '', above = '']) => `${base}${raise(above)}`,
  mover: ([base = '', above = '']) => `${base}${ACCENTS.get(above) ?? raise(above)}`,
  msub: ([base = '', below = '']) => `${base}_${bracket(below)}`,
  munder: ([base = '', below = '']) => `${base}_${bracket(below)}`,
  msubsup: ([base = '', below = '', above = '']) => `${base}_${bracket(below)}${raise(above)}`,
  munderover: ([base = '', below = '', above = '']) => `${base}_${bracket(below)}${raise(above)}`,
  mtr: (parts) => `${parts.join(' ')}; `,
  mfenced: (parts, { attributes }) =>
    `${attributes.open ?? '('}${parts.join(', ')}${attributes.close ?? ')'}`,
};

function join(parts: readonly (Subtree | string)[], written: readonly string[]): string {
  return parts
    .map((part, at) => {
      const touched = isFactor(parts[at - 1]) || isFactor(parts[at + 1]);
      return isFraction(part) && touched ? `(${written[at]})` : written[at];
    })
    .join('');
}

function isFraction(part: Subtree | string): boolean {
  return typeof part !== 'string' && part.name === 'mfrac';
}

/** Whether a part multiplies what it stands beside: "2/5 π" would read as a fraction with both below. */
function isFactor(part: Subtree | string | undefined): boolean {
  if (part === undefined || typeof part === 'string') return false;
  return part.name !== 'mo' || textOf(part).replace(UNSEEN, '').trim() === '';
}

/** One number or letter stands alone; anything longer is put in brackets. */
function bracket(text: string): string {
  return /^(?:[\d.,]+|[\p{L}\p{M}]|\([^()]*\))$/u.test(text) ? text : `(${text})`;
}
