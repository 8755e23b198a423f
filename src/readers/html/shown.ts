import { hasClass, type StyleClasses } from '../clean/style-classes.ts';
import { type Attributes, EMBEDDED, type PageEvents } from './page-events.ts';
import { isPanel } from './panels.ts';
import { isStruck } from './struck.ts';

/** What a page's source says of elements anywhere in it. */
export interface PageLooks extends Pick<StyleClasses, 'struck' | 'raised' | 'lowered'> {
  /** The ids that its buttons, tabs and links open. */
  readonly panels: ReadonlySet<string>;
}

const DROPPED = new Set(
  'script style template noscript iframe frame object embed applet canvas audio video select option textarea input link meta base figcaption title rp wbr'.split(
    ' ',
  ),
);

/** Passes on what a page shows as its present text: nothing that is struck out or hidden, except panels that a reader opens. */
export function showEvents(next: PageEvents, looks: PageLooks): PageEvents {
  let left = 0; // open elements that are left out
  let struck: string | null = null; // the text of a deletion
  let drawings = 0;
  return {
    open(name, attributes) {
      if (name === 'svg') drawings++;
      if (left > 0) left++;
      else if (isStruck(name, attributes, looks.struck)) {
        left = 1;
        struck = '';
      } else if (isHidden(name, attributes, looks.panels)) left = 1;
      else if (isLeftOut(name, attributes, drawings > 0)) {
        left = 1;
        showInPlace(name, attributes, next);
      } else next.open(name, withScript(attributes, looks));
    },
    text(text) {
      if (left === 0) next.text(text);
      else if (struck !== null) struck += text;
    },
    close(name) {
      if (name === 'svg') drawings--;
      if (left === 0) next.close(name);
      else if (--left === 0 && struck !== null) {
        if (struck.trim() !== struck) next.text(' '); // the deletion has the space between its neighbours
        struck = null;
      }
    },
  };
}

/** An element's attributes, which themselves say that it is set above or below the line if its class does. */
function withScript(attributes: Attributes, { raised, lowered }: PageLooks): Attributes {
  const { class: classes, style = '' } = attributes;
  if (hasClass(classes, raised)) return { ...attributes, style: `vertical-align: super; ${style}` };
  return hasClass(classes, lowered) ? { ...attributes, style: `vertical-align: sub; ${style}` } : attributes;
}

/** Tells of what a reader sees in place of an element that is left out: a button by its label, an embedded object without its content. */
function showInPlace(name: string, attributes: Attributes, next: PageEvents): void {
  const { type = '', value = '' } = attributes;
  const label = name === 'input' && /^(?:submit|button)$/i.test(type) ? value : '';
  if (label === '' && !EMBEDDED.has(name)) return;
  next.open(label === '' ? name : 'button', attributes);
  if (label !== '') next.text(label);
  next.close(label === '' ? name : 'button');
}

/** A drawing's title stands for it; scripts of this type are formulas. */
function isLeftOut(name: string, { type = '' }: Attributes, drawn: boolean): boolean {
  if (name === 'title' && drawn) return false;
  return DROPPED.has(name) && !(name === 'script' && /^math\/tex/i.test(type));
}

function isHidden(name: string, attributes: Attributes, panels: ReadonlySet<string>): boolean {
  if (WHOLE.has(name) || isTwin(attributes)) return false;
  const ornament = attributes['aria-hidden'] === 'true' && INLINE.has(name);
  const hidden = 'hidden' in attributes || INVISIBLE.test(attributes.style ?? '');
  return ornament || (hidden && !isPanel(name, attributes, panels));
}

const WHOLE = new Set(['html', 'body', 'main']); // hidden only until a script has run
const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const INLINE = new Set('abbr b em i img small span strong sub sup svg'.split(' '));

/** A formula that is there twice, each time hidden from somebody; only the first is written. */
function isTwin({ class: classes = '' }: Attributes): boolean {
  return /\bmwe-math/i.test(classes);
}
