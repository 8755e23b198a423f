import { plainTex } from './formula.ts';
import type { Attributes } from './page-events.ts';
import { findElement, type Subtree, textOf } from './subtree.ts';

/** What stands for a picture in a sentence. */
export interface PictureText {
  readonly text: string;
  /** Whether it is written there in place of characters: a formula or an emoji; other pictures only illustrate. */
  readonly characters: boolean;
}

const UNKNOWN: PictureText = { text: '[…]', characters: false };

/** The text in place of a picture; null for one that says nothing: an ornament, an icon, a counter's dot. */
export function imageText(attributes: Attributes): PictureText | null {
  const { alt, role = '', class: classes = '' } = attributes;
  const label = (alt || attributes['aria-label'] || '').replace(/\s+/g, ' ').trim();
  if (label === '') return alt === '' || isOrnament(attributes) ? null : UNKNOWN;
  if (attributes['aria-hidden'] === 'true' && !/math/i.test(classes)) return null;
  if (role === 'presentation' || role === 'none' || isDot(attributes)) return null;
  return describe(label, classes);
}

/** The text in place of a drawing. */
export function drawingText(svg: Subtree): PictureText | null {
  const { attributes } = svg;
  if (attributes['aria-hidden'] === 'true') return null;
  const title = findElement(svg, ({ name }) => name === 'title');
  const drawn = [attributes['aria-label'] ?? '', title ? textOf(title) : '', textOf(svg)];
  const label = drawn.map((text) => text.replace(/\s+/g, ' ').trim()).find((text) => text !== '');
  if (label) return describe(label, attributes.class ?? '');
  return isOrnament(attributes) ? null : UNKNOWN;
}

const FORMULA = /math|latex|\btex\b|formula|equation|emoji|smil/i;
const MAX_LABEL = 200; // characters

function describe(label: string, classes: string): PictureText {
  const characters = FORMULA.test(classes) || !/\p{L}{2}/u.test(label) || /^\{?\\[a-z]/.test(label);
  const text = characters ? plainTex(label) : `[${label.replace(/^\[|\]$/g, '')}]`;
  return label.length > MAX_LABEL ? UNKNOWN : { text, characters };
}

function isOrnament(attributes: Attributes): boolean {
  const { role = '', class: classes = '' } = attributes;
  return (
    role === 'presentation' ||
    role === 'none' ||
    attributes['aria-hidden'] === 'true' ||
    /icon|sprite|avatar|spacer|pixel|logo|arrow/i.test(classes) ||
    isDot(attributes)
  );
}

function isDot({ width = '', height = '' }: Attributes): boolean {
  return /^[0-3](?:px)?$/.test(width) || /^[0-3](?:px)?$/.test(height);
}
