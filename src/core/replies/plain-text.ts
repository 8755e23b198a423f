import { blockLines, type Style } from './block-lines.ts';
import type { Block, Message } from './message.ts';

const PLAIN: Style<string> = {
  heading: (line) => line,
  group: (line) => line,
  note: (line) => line,
  detail: (part) => part,
  name: (part) => part,
  quote: (line) => line,
  marked: (part) => `>>${part}<<`,
  citation: (mark) => mark,
  label: (label) => label,
  between: (text) => text,
};

/** Formats blocks as plain text, or with a style's marks; an empty line separates blocks of different kinds. */
export function plainText(blocks: readonly Block[], style: Style<string> = PLAIN): string {
  return blocks
    .map((block, at) => {
      const lines = blockLines(block, style)
        .map((parts) => parts.join(''))
        .join('\n');
      return at > 0 && startsParagraph(block, blocks[at - 1]) ? `\n${lines}` : lines;
    })
    .join('\n');
}

/** A message as plain text, without what can be done next: nobody types there. */
export function plainWords({ blocks }: Pick<Message, 'blocks'>): string {
  return plainText(blocks.filter(({ kind }) => kind !== 'actions'));
}

function startsParagraph(block: Block, before: Block | undefined): boolean {
  if (before?.kind === 'group' && block.kind === 'quote') return false;
  return block.kind !== before?.kind && !(before?.kind === 'heading' && block.kind === 'note');
}
