import { hasClass } from '../clean/style-classes.ts';
import type { Attributes } from './page-events.ts';

const STRUCK = new Set(['del', 's', 'strike']);

/** Whether an element's text is struck out: by its name, its role, its style, or a class of which that is known. */
export function isStruck(
  name: string,
  { style = '', class: classes = '', role = '' }: Attributes,
  known: ReadonlySet<string>,
): boolean {
  return (
    STRUCK.has(name) ||
    role === 'deletion' ||
    /text-decoration[^;]*line-through/i.test(style) ||
    hasClass(classes, known) ||
    classes.split(/\s+/).some((each) => CLASS.test(each))
  );
}

const CLASS = /^(?:(?:text-(?:decoration-)?)?line-through|strike|strikethrough|struck(?:-?out)?)$/i;
