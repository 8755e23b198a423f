import { html, type Markup } from '../../../adapters/web/markup.ts';
import { clip } from '../../../core/text/clip.ts';
import { displayable } from '../../../core/text/displayable.ts';

/** A picture, what it is called and what it says in a sentence. */
export interface Picture {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** The same in words, for those who don't see it. */
  readonly description: string;
  /** In pixels; places across are in percent, so that a phone doesn't make letters smaller. */
  readonly height: number;
  readonly shapes: readonly Markup[];
}

/** Draws a picture; it is always shown with a table of the same. */
export function drawing({ id, title, description, height, shapes }: Picture): Markup {
  return html`<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${height}" xmlns="http://www.w3.org/2000/svg"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${shapes}</svg>`;
}

/** A line of text in a picture, whose end is cut off if it is too long for its place. */
export function label(place: Markup, words: string, most: number): Markup {
  return html`<text ${place}>${clip(displayable(words), most)}</text>`;
}

/** One decimal is as fine as a screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
