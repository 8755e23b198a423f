import { type Body, bodiesOf, isBody, stringOf } from '../json.ts';
import { countProblems, type Problem, problem } from './refusal.ts';
import { itemsOf, type Shape, shapeProblems, stringProblems, urlProblems } from './shape.ts';

const INLINE: Readonly<Record<string, Shape>> = {
  text: { required: ['text'], optional: ['style'] },
  link: { required: ['url'], optional: ['text', 'unsafe', 'style'] },
  emoji: { required: ['name'], optional: ['unicode', 'skin_tone', 'url', 'style'] },
  user: { required: ['user_id'], optional: ['style'] },
  usergroup: { required: ['usergroup_id'], optional: ['style'] },
  channel: { required: ['channel_id'], optional: ['style'] },
  team: { required: ['team_id'], optional: ['style'] },
  broadcast: { required: ['range'], optional: ['style'] },
  date: { required: ['timestamp', 'format'], optional: ['url', 'fallback', 'style'] },
  color: { required: ['value'], optional: ['style'] },
};
const STYLES = ['bold', 'italic', 'strike', 'code', 'underline', 'highlight', 'client_highlight', 'unlink'];
const PARTS: Readonly<Record<string, Shape>> = {
  rich_text_section: { required: ['elements'] },
  rich_text_quote: { required: ['elements'], optional: ['border'] },
  rich_text_preformatted: { required: ['elements'], optional: ['border', 'language'] },
  rich_text_list: { required: ['style', 'elements'], optional: ['indent', 'offset', 'border'] },
};

/** What is wrong with a rich_text block. */
export function richTextProblems(block: Body, pointer: string): readonly Problem[] {
  const inside = `${pointer}/elements`;
  return [
    ...countProblems(inside, bodiesOf(block.elements).length, [1, Number.POSITIVE_INFINITY]),
    ...itemsOf(block.elements, inside, partProblems),
  ];
}

function partProblems(part: Body, pointer: string): readonly Problem[] {
  const type = stringOf(part.type);
  const shape = PARTS[type];
  if (!shape) return [problem(`${pointer}/type`, `unsupported type: ${type}`)];
  const inside = `${pointer}/elements`;
  const elements =
    type === 'rich_text_list'
      ? itemsOf(part.elements, inside, sectionProblems)
      : itemsOf(part.elements, inside, (one, at) =>
          inlineProblems(one, at, type === 'rich_text_preformatted'),
        );
  return [
    ...shapeProblems(part, pointer, shape),
    ...(type === 'rich_text_list' ? listProblems(part, pointer) : []),
    ...elements,
  ];
}

function listProblems(list: Body, pointer: string): readonly Problem[] {
  const { indent = 0 } = list;
  const isIndent = typeof indent === 'number' && indent >= 0 && indent <= 8;
  return [
    ...(['bullet', 'ordered'].includes(stringOf(list.style))
      ? []
      : [problem(`${pointer}/style`, 'must be one of: bullet, ordered')]),
    ...(isIndent ? [] : [problem(`${pointer}/indent`, 'must be between 0 and 8')]),
    ...countProblems(`${pointer}/elements`, bodiesOf(list.elements).length, [1, Number.POSITIVE_INFINITY]),
  ];
}

function sectionProblems(section: Body, pointer: string): readonly Problem[] {
  if (section.type !== 'rich_text_section')
    return [problem(`${pointer}/type`, 'must be one of: rich_text_section')];
  return partProblems(section, pointer);
}

function inlineProblems(element: Body, pointer: string, isPreformatted: boolean): readonly Problem[] {
  const type = stringOf(element.type);
  const shape = INLINE[type];
  const allowed = !isPreformatted || type === 'text' || type === 'link';
  if (!shape || !allowed) return [problem(`${pointer}/type`, `unsupported type: ${type}`)];
  return [
    ...shapeProblems(element, pointer, shape),
    ...stringProblems(element, pointer, { field: 'text', bounds: [1, Number.POSITIVE_INFINITY] }),
    ...(type === 'link' ? urlProblems(element, pointer, 'url') : []),
    ...styleProblems(element, pointer),
  ];
}

function styleProblems({ style }: Body, pointer: string): readonly Problem[] {
  if (style === undefined) return [];
  const valid =
    isBody(style) &&
    Object.entries(style).every(([name, on]) => STYLES.includes(name) && typeof on === 'boolean');
  return valid ? [] : [problem(`${pointer}/style`, 'invalid style')];
}
