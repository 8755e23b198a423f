import { type Body, bodiesOf, bodyOf, isBody, stringOf } from '../json.ts';
import type { Message, View } from './world.ts';

/** A button as a person sees it, with empty strings for what it doesn't have. */
export interface Button {
  readonly actionId: string;
  readonly blockId: string;
  readonly text: string;
  readonly value: string;
  readonly url: string;
  readonly style: string;
}

/** What a message or view shows: the text of its blocks, line by line, or its own text where it has none. */
export function textOf(message: Message | View): string {
  return message.blocks.length === 0 ? stringOf(message.text) : message.blocks.map(blockText).join('\n');
}

/** The quotations of a message, as rich text shows them. */
export function quotesOf(message: Message): readonly string[] {
  return message.blocks
    .filter(({ type }) => type === 'rich_text')
    .flatMap(({ elements }) => bodiesOf(elements))
    .filter(({ type }) => type === 'rich_text_quote')
    .map(partText);
}

/** The buttons of a message or view, those of feedback too. */
export function buttonsOf({ blocks }: { readonly blocks: readonly Body[] }): readonly Button[] {
  return blocks.flatMap((block) =>
    elementsOf(block).flatMap((element) => {
      const blockId = stringOf(block.block_id);
      if (element.type === 'button' || element.type === 'icon_button')
        return [button(element, element, blockId)];
      if (element.type !== 'feedback_buttons') return [];
      return [element.positive_button, element.negative_button].map((one) =>
        button(element, bodyOf(one), blockId),
      );
    }),
  );
}

function button(element: Body, shown: Body, blockId: string): Button {
  return {
    ...{ actionId: stringOf(element.action_id), blockId, text: stringOf(bodyOf(shown.text).text) },
    ...{ value: stringOf(shown.value), url: stringOf(shown.url), style: stringOf(shown.style) },
  };
}

/** The elements that a person can use in a block. */
export function elementsOf(block: Body): readonly Body[] {
  if (block.type === 'actions' || block.type === 'context_actions') return bodiesOf(block.elements);
  if (block.type === 'section') return [block.accessory].filter(isBody);
  return block.type === 'input' ? [block.element].filter(isBody) : [];
}

/** What a block shows. */
export function blockText(block: Body): string {
  switch (block.type) {
    case 'rich_text':
      return bodiesOf(block.elements).map(partText).join('\n');
    case 'markdown':
      return stringOf(block.text);
    case 'table':
      return (Array.isArray(block.rows) ? block.rows : [])
        .map((row: unknown) => bodiesOf(row).map(cellText).join('\t'))
        .join('\n');
    default:
      return objectsOf(block)
        .map(({ text }) => stringOf(text))
        .join('\n');
  }
}

function cellText(cell: Body): string {
  return cell.type === 'rich_text' ? blockText(cell) : String(cell.text ?? cell.value ?? '');
}

/** The text objects of a block and of its elements, in the order in which they are shown. */
export function objectsOf(value: unknown): readonly Body[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (!isBody(value)) return [];
  if (value.type === 'plain_text' || value.type === 'mrkdwn') return [value];
  if (value.type === 'rich_text') return [];
  return Object.values(value).flatMap(objectsOf);
}

/** All elements of rich text, wherever they are in a value. */
export function richElementsOf(value: unknown): readonly Body[] {
  if (Array.isArray(value)) return value.flatMap(richElementsOf);
  if (!isBody(value)) return [];
  const isPart = stringOf(value.type).startsWith('rich_text');
  const inside = Object.values(value).flatMap(richElementsOf);
  return isPart ? [...bodiesOf(value.elements), ...inside] : inside;
}

function partText(part: Body): string {
  const elements = bodiesOf(part.elements);
  if (part.type === 'rich_text_list') return elements.map(partText).join('\n');
  return elements.map(inlineText).join('');
}

function inlineText(element: Body): string {
  switch (element.type) {
    case 'text':
      return stringOf(element.text);
    case 'link':
      return stringOf(element.text) || stringOf(element.url);
    case 'emoji':
      return `:${stringOf(element.name)}:`;
    case 'user':
      return `@${stringOf(element.user_id)}`;
    case 'channel':
      return `#${stringOf(element.channel_id)}`;
    case 'broadcast':
      return `@${stringOf(element.range)}`;
    default:
      return stringOf(element.fallback);
  }
}
