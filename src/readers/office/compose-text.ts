import { tidyText } from '../clean/readable-text.ts';
import type { Block } from './blocks.ts';
import { tableTexts } from './table-texts.ts';

/** The stored text of a document: paragraphs apart, rows of tables as lines. */
export function composeText(blocks: readonly Block[]): string {
  return tidyText(blockTexts(blocks).join('\n\n'));
}

/** The pieces of text that are set apart from each other. */
function blockTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : tableTexts(block, blockTexts),
  );
}
