import { type Body, bodiesOf, isBody, stringOf } from '../json.ts';
import { countProblems, type Problem, problem } from './refusal.ts';
import { itemsOf, type Shape, shapeProblems, stringProblems, textProblems, urlProblems } from './shape.ts';

const ACTION = ['action_id', 'confirm'];
const PICKER = [...ACTION, 'placeholder', 'focus_on_load'];
const MULTI = [...PICKER, 'max_selected_items'];
const OPTIONS = ['options', 'option_groups'];
const FOUND = ['default_to_current_conversation', 'response_url_enabled', 'filter'];

const SHAPES: Readonly<Record<string, Shape>> = {
  button: { required: ['text'], optional: [...ACTION, 'url', 'value', 'style', 'accessibility_label'] },
  image: { required: ['alt_text'], optional: ['image_url', 'slack_file'] },
  static_select: { optional: [...PICKER, ...OPTIONS, 'initial_option'] },
  multi_static_select: { optional: [...MULTI, ...OPTIONS, 'initial_options'] },
  external_select: { optional: [...PICKER, 'initial_option', 'min_query_length'] },
  users_select: { optional: [...PICKER, 'initial_user'] },
  multi_users_select: { optional: [...MULTI, 'initial_users'] },
  channels_select: { optional: [...PICKER, 'initial_channel', 'response_url_enabled'] },
  conversations_select: { optional: [...PICKER, 'initial_conversation', ...FOUND] },
  overflow: { required: ['options'], optional: ACTION },
  radio_buttons: { required: ['options'], optional: [...ACTION, 'initial_option', 'focus_on_load'] },
  checkboxes: { required: ['options'], optional: [...ACTION, 'initial_options', 'focus_on_load'] },
  datepicker: { optional: [...PICKER, 'initial_date'] },
  timepicker: { optional: [...PICKER, 'initial_time', 'timezone'] },
  plain_text_input: {
    optional: [
      ...['action_id', 'placeholder', 'focus_on_load', 'initial_value', 'multiline'],
      ...['min_length', 'max_length', 'dispatch_action_config'],
    ],
  },
  feedback_buttons: { required: ['positive_button', 'negative_button'], optional: ['action_id'] },
  icon_button: {
    required: ['icon', 'text'],
    optional: [...ACTION, 'value', 'accessibility_label', 'visible_to_user_ids'],
  },
};
const PICKERS = Object.keys(SHAPES).filter((type) => /select$|picker$/.test(type));

/** The elements that each place takes. */
export const ELEMENTS = {
  section: ['button', 'image', 'overflow', 'radio_buttons', 'checkboxes', ...PICKERS],
  actions: ['button', 'overflow', 'radio_buttons', 'checkboxes', ...PICKERS],
  input: ['plain_text_input', 'radio_buttons', 'checkboxes', ...PICKERS],
  context_actions: ['feedback_buttons', 'icon_button'],
} as const satisfies Record<string, readonly string[]>;

/** What is wrong with an element. */
export function elementProblems(
  element: Body,
  pointer: string,
  allowed: readonly string[],
): readonly Problem[] {
  const type = stringOf(element.type);
  const shape = SHAPES[type];
  if (!shape || !allowed.includes(type)) return [problem(`${pointer}/type`, `unsupported type: ${type}`)];
  return [
    ...shapeProblems(element, pointer, shape),
    ...stringProblems(element, pointer, { field: 'action_id', bounds: [1, 255] }),
    ...confirmProblems(element, pointer),
    ...textProblems(element, pointer, { field: 'placeholder', most: 150 }),
    ...stringProblems(element, pointer, { field: 'accessibility_label', bounds: [1, 75] }),
    ...particular(type, element, pointer),
  ];
}

function particular(type: string, element: Body, pointer: string): readonly Problem[] {
  switch (type) {
    case 'button':
    case 'icon_button':
      return buttonProblems(element, pointer);
    case 'feedback_buttons':
      return ['positive_button', 'negative_button'].flatMap((field) =>
        feedbackProblems(element[field], `${pointer}/${field}`),
      );
    case 'image':
      return [
        ...urlProblems(element, pointer, 'image_url'),
        ...stringProblems(element, pointer, { field: 'alt_text', bounds: [1, 2000] }),
      ];
    case 'overflow':
      return optionsProblems(element, pointer, [1, 5]);
    case 'radio_buttons':
    case 'checkboxes':
      return optionsProblems(element, pointer, [1, 10], true);
    case 'static_select':
    case 'multi_static_select':
      return selectProblems(element, pointer);
    case 'plain_text_input':
      return stringProblems(element, pointer, { field: 'initial_value', bounds: [0, 3000] });
    default:
      return [];
  }
}

function buttonProblems(button: Body, pointer: string): readonly Problem[] {
  const isStyle = button.style === undefined || ['primary', 'danger'].includes(stringOf(button.style));
  return [
    ...textProblems(button, pointer, { field: 'text', most: 75 }),
    ...stringProblems(button, pointer, { field: 'value', bounds: [0, 2000] }),
    ...urlProblems(button, pointer, 'url'),
    ...(isStyle ? [] : [problem(`${pointer}/style`, 'must be one of: primary, danger')]),
  ];
}

function feedbackProblems(value: unknown, pointer: string): readonly Problem[] {
  if (!isBody(value)) return [problem(pointer, 'must provide an object')];
  return [
    ...shapeProblems(value, pointer, { required: ['text', 'value'], optional: ['accessibility_label'] }),
    ...textProblems(value, pointer, { field: 'text', most: 75 }),
    ...stringProblems(value, pointer, { field: 'value', bounds: [1, 2000] }),
    ...stringProblems(value, pointer, { field: 'accessibility_label', bounds: [1, 75] }),
  ];
}

function confirmProblems({ confirm }: Body, at: string): readonly Problem[] {
  if (confirm === undefined) return [];
  const pointer = `${at}/confirm`;
  if (!isBody(confirm)) return [problem(pointer, 'must provide an object')];
  return [
    ...shapeProblems(confirm, pointer, {
      required: ['title', 'text', 'confirm', 'deny'],
      optional: ['style'],
    }),
    ...textProblems(confirm, pointer, { field: 'title', most: 100 }),
    ...textProblems(confirm, pointer, { field: 'text', most: 300, mrkdwn: true }),
    ...textProblems(confirm, pointer, { field: 'confirm', most: 30 }),
    ...textProblems(confirm, pointer, { field: 'deny', most: 30 }),
  ];
}

function selectProblems(select: Body, pointer: string): readonly Problem[] {
  if (select.option_groups === undefined) return optionsProblems(select, pointer, [1, 100]);
  const inside = `${pointer}/option_groups`;
  return [
    ...(select.options === undefined ? [] : [problem(pointer, 'options and option_groups are exclusive')]),
    ...countProblems(inside, bodiesOf(select.option_groups).length, [1, 100]),
    ...itemsOf(select.option_groups, inside, (group, at) => [
      ...shapeProblems(group, at, { required: ['label', 'options'] }),
      ...textProblems(group, at, { field: 'label', most: 75 }),
      ...optionsProblems(group, at, [1, 100]),
    ]),
  ];
}

function optionsProblems(
  element: Body,
  pointer: string,
  bounds: readonly [number, number],
  mrkdwn = false,
): readonly Problem[] {
  const inside = `${pointer}/options`;
  const values = bodiesOf(element.options).map(({ value }) => value);
  const twice = values.some((value, index) => values.indexOf(value) !== index);
  return [
    ...countProblems(inside, values.length, bounds),
    ...(twice ? [problem(inside, 'values must be unique')] : []),
    ...itemsOf(element.options, inside, (option, at) => [
      ...shapeProblems(option, at, { required: ['text', 'value'], optional: ['description', 'url'] }),
      ...textProblems(option, at, { field: 'text', most: 75, mrkdwn }),
      ...textProblems(option, at, { field: 'description', most: 75, mrkdwn }),
      ...stringProblems(option, at, { field: 'value', bounds: [1, 150] }),
    ]),
  ];
}
