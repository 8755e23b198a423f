import type { PageStart } from '../../core/library/documents/pages.ts';
import { type Block, headingAbove } from './blocks.ts';
import { composeText } from './compose-text.ts';

/** A slide that is shown. */
export interface Slide {
  /** Its place in the file, from 1; hidden slides count. */
  readonly index: number;
  readonly blocks: readonly Block[];
  /** What its speaker notes say. */
  readonly notes: readonly Block[];
}

/** The text of a presentation and where in it each slide starts; slides that say nothing have no place in it. */
export function composeSlides(slides: readonly Slide[]): { text: string; pages: readonly PageStart[] } {
  const pages: PageStart[] = [];
  let text = '';
  for (const { index, blocks, notes } of slides) {
    const said = composeText([...blocks, ...markAsNotes(notes)]);
    if (said === '') continue;
    const at = text === '' ? 0 : text.length + PARTING.length;
    text += text === '' ? said : PARTING + said;
    pages.push({ at, label: String(index), index });
  }
  return { text, pages };
}

/** The title of the first slide that says something; pictures may come before it. */
export function titleOf(slides: readonly Slide[]): string | null {
  return headingAbove(slides.find(({ blocks }) => blocks.length > 0)?.blocks ?? []);
}

const PARTING = '\n\n';

function markAsNotes(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, text: `[Notes] ${block.text}` } : block,
  );
}
