import { type Body, isBody, lengthOf, stringOf } from '../json.ts';
import { blockProblems } from './block-limits.ts';
import { type Problem, problem, refuseIf } from './refusal.ts';
import { shapeProblems, stringProblems, textProblems } from './shape.ts';

const BOTH = ['blocks', 'callback_id', 'private_metadata', 'external_id'];
const MODAL = ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled'];
const MOST_BLOCKS = 100; // in a view (Slack docs)
const MOST_VIEW = 250_000; // characters of a view as JSON (Slack docs)

/** Refuses a view that isn't as Slack wants a modal or home tab. */
export function checkView(value: unknown, type: 'modal' | 'home'): Body {
  if (!isBody(value)) {
    refuseIf([problem('/view', 'must provide an object')], 'invalid_arguments');
    return {};
  }
  refuseIf(viewProblems(value, type), 'invalid_arguments');
  return value;
}

function viewProblems(view: Body, type: 'modal' | 'home'): readonly Problem[] {
  const pointer = '/view';
  const required = type === 'modal' ? ['title', 'blocks'] : ['blocks'];
  const optional = type === 'modal' ? [...BOTH, ...MODAL] : BOTH;
  return [
    ...(view.type === type ? [] : [problem(`${pointer}/type`, `must be ${type}`)]),
    ...shapeProblems(view, pointer, { required, optional }),
    ...textProblems(view, pointer, { field: 'title', most: 24 }),
    ...textProblems(view, pointer, { field: 'submit', most: 24 }),
    ...textProblems(view, pointer, { field: 'close', most: 24 }),
    ...stringProblems(view, pointer, { field: 'private_metadata', bounds: [0, 3000] }),
    ...stringProblems(view, pointer, { field: 'callback_id', bounds: [0, 255] }),
    ...stringProblems(view, pointer, { field: 'external_id', bounds: [0, 255] }),
    ...blockProblems(view.blocks, { most: MOST_BLOCKS, isView: true }),
    ...inputProblems(view, pointer),
    ...(lengthOf(JSON.stringify(view)) > MOST_VIEW ? [problem(pointer, 'view is too large')] : []),
  ];
}

function inputProblems(view: Body, pointer: string): readonly Problem[] {
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isBody) : [];
  const hasInput = blocks.some(({ type }) => stringOf(type) === 'input');
  if (view.type !== 'modal' || !hasInput || view.submit !== undefined) return [];
  return [problem(pointer, 'missing required field: submit')];
}
