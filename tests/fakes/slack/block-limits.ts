import { type Body, bodiesOf, bodyOf, isBody, lengthOf, stringOf } from '../json.ts';
import { ELEMENTS, elementProblems } from './element-limits.ts';
import { countProblems, type Problem, problem } from './refusal.ts';
import { richTextProblems } from './rich-text-limits.ts';
import {
  itemsOf,
  type Shape,
  shapeProblems,
  stringProblems,
  textObjectProblems,
  textProblems,
  urlProblems,
} from './shape.ts';

const SHAPES: Readonly<Record<string, Shape>> = {
  section: { optional: ['text', 'fields', 'accessory', 'expand'] },
  header: { required: ['text'] },
  divider: {},
  image: { required: ['alt_text'], optional: ['image_url', 'slack_file', 'title'] },
  context: { required: ['elements'] },
  actions: { required: ['elements'] },
  input: { required: ['label', 'element'], optional: ['hint', 'optional', 'dispatch_action'] },
  rich_text: { required: ['elements'] },
  markdown: { required: ['text'] },
  context_actions: { required: ['elements'] },
  table: { required: ['rows'], optional: ['column_settings'] },
};
const ONLY_IN_MESSAGES = ['markdown', 'context_actions', 'table']; // (Slack docs)
const MOST_MARKDOWN = 12_000; // characters over all markdown blocks (Slack docs)

/** How many blocks there may be, and of what kind. */
export interface Place {
  readonly most: number;
  readonly isView: boolean;
}

/** What is wrong with the blocks of a message or view. */
export function blockProblems(value: unknown, { most, isView }: Place): readonly Problem[] {
  const pointer = isView ? '/view/blocks' : '/blocks';
  const blocks = bodiesOf(value);
  const markdown = blocks.filter(({ type }) => type === 'markdown').map(({ text }) => stringOf(text));
  return [
    ...countProblems(pointer, blocks.length, [0, most]),
    ...repeated(blocks, 'block_id', pointer),
    ...(lengthOf(markdown.join('')) > MOST_MARKDOWN
      ? [problem(pointer, `markdown must be less than ${MOST_MARKDOWN + 1} characters in all`)]
      : []),
    ...(blocks.filter(({ type }) => type === 'table').length > 1
      ? [problem(pointer, 'only_one_table_allowed')]
      : []),
    ...itemsOf(value, pointer, (block, at) => oneProblems(block, at, isView)),
  ];
}

function oneProblems(block: Body, pointer: string, isView: boolean): readonly Problem[] {
  const type = stringOf(block.type);
  const shape = SHAPES[type];
  if (!shape || (isView && ONLY_IN_MESSAGES.includes(type)))
    return [problem(`${pointer}/type`, `unsupported type: ${type}`)];
  return [
    ...shapeProblems(block, pointer, { ...shape, optional: [...(shape.optional ?? []), 'block_id'] }),
    ...stringProblems(block, pointer, { field: 'block_id', bounds: [1, 255] }),
    ...particular(type, block, pointer),
  ];
}

function particular(type: string, block: Body, pointer: string): readonly Problem[] {
  switch (type) {
    case 'section':
      return sectionProblems(block, pointer);
    case 'header':
      return textProblems(block, pointer, { field: 'text', most: 150 });
    case 'image':
      return imageProblems(block, pointer);
    case 'context':
      return contextProblems(block, pointer);
    case 'actions':
      return rowProblems(block, pointer, { allowed: ELEMENTS.actions, most: 25 });
    case 'context_actions':
      return rowProblems(block, pointer, { allowed: ELEMENTS.context_actions, most: 5 });
    case 'input':
      return inputProblems(block, pointer);
    case 'rich_text':
      return richTextProblems(block, pointer);
    case 'markdown':
      return stringProblems(block, pointer, { field: 'text', bounds: [1, MOST_MARKDOWN] });
    case 'table':
      return tableProblems(block, pointer);
    default:
      return [];
  }
}

function sectionProblems(section: Body, pointer: string): readonly Problem[] {
  const { text, fields, accessory } = section;
  const fieldsAt = `${pointer}/fields`;
  return [
    ...(text === undefined && fields === undefined
      ? [problem(pointer, 'missing required field: text or fields')]
      : []),
    ...textProblems(section, pointer, { field: 'text', most: 3000, mrkdwn: true }),
    ...(fields === undefined ? [] : countProblems(fieldsAt, bodiesOf(fields).length, [1, 10])),
    ...(fields === undefined
      ? []
      : itemsOf(fields, fieldsAt, (one, at) => textObjectProblems(one, at, { most: 2000, mrkdwn: true }))),
    ...(accessory === undefined
      ? []
      : elementProblems(bodyOf(accessory), `${pointer}/accessory`, ELEMENTS.section)),
  ];
}

function imageProblems(image: Body, pointer: string): readonly Problem[] {
  return [
    ...(image.image_url === undefined && image.slack_file === undefined
      ? [problem(pointer, 'missing required field: image_url or slack_file')]
      : []),
    ...urlProblems(image, pointer, 'image_url'),
    ...stringProblems(image, pointer, { field: 'alt_text', bounds: [1, 2000] }),
    ...textProblems(image, pointer, { field: 'title', most: 2000 }),
  ];
}

function contextProblems(context: Body, pointer: string): readonly Problem[] {
  const inside = `${pointer}/elements`;
  return [
    ...countProblems(inside, bodiesOf(context.elements).length, [1, 10]),
    ...itemsOf(context.elements, inside, (one, at) =>
      one.type === 'image'
        ? elementProblems(one, at, ['image'])
        : textObjectProblems(one, at, { most: 3000, mrkdwn: true }),
    ),
  ];
}

function rowProblems(
  block: Body,
  pointer: string,
  { allowed, most }: { readonly allowed: readonly string[]; readonly most: number },
): readonly Problem[] {
  const inside = `${pointer}/elements`;
  const elements = bodiesOf(block.elements);
  return [
    ...countProblems(inside, elements.length, [1, most]),
    ...repeated(elements, 'action_id', inside),
    ...itemsOf(block.elements, inside, (one, at) => elementProblems(one, at, allowed)),
  ];
}

function inputProblems(input: Body, pointer: string): readonly Problem[] {
  return [
    ...textProblems(input, pointer, { field: 'label', most: 2000 }),
    ...textProblems(input, pointer, { field: 'hint', most: 2000 }),
    ...elementProblems(bodyOf(input.element), `${pointer}/element`, ELEMENTS.input),
  ];
}

function tableProblems(table: Body, pointer: string): readonly Problem[] {
  const inside = `${pointer}/rows`;
  const rows = Array.isArray(table.rows) ? table.rows : [];
  return [
    ...countProblems(inside, rows.length, [1, 100]),
    ...rows.flatMap((row: unknown, index) => [
      ...countProblems(`${inside}/${index}`, Array.isArray(row) ? row.length : 0, [1, 20]),
      ...itemsOf(row, `${inside}/${index}`, cellProblems),
    ]),
  ];
}

function cellProblems(cell: Body, pointer: string): readonly Problem[] {
  if (cell.type === 'rich_text') return richTextProblems(cell, pointer);
  if (cell.type === 'raw_text') return stringProblems(cell, pointer, { field: 'text', bounds: [1, 10_000] });
  return cell.type === 'raw_number' ? [] : [problem(`${pointer}/type`, `unsupported type: ${cell.type}`)];
}

function repeated(items: readonly Body[], field: string, pointer: string): readonly Problem[] {
  const ids = items.filter(isBody).flatMap((item) => (item[field] === undefined ? [] : [item[field]]));
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => problem(pointer, `${field} "${id}" already exists`));
}
