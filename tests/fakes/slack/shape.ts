import { type Body, isBody, lengthOf, stringOf } from '../json.ts';
import { lengthProblems, type Problem, problem } from './refusal.ts';

/** The fields that an object must have and those that it may have beside `type`. */
export interface Shape {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

/** What is wrong with an object's fields, by their names. */
export function shapeProblems(
  body: Body,
  pointer: string,
  { required = [], optional = [] }: Shape,
): readonly Problem[] {
  const known = ['type', ...required, ...optional];
  const given = Object.keys(body).filter((key) => body[key] !== undefined);
  return [
    ...required
      .filter((key) => !given.includes(key))
      .map((key) => problem(pointer, `missing required field: ${key}`)),
    ...given
      .filter((key) => !known.includes(key))
      .map((key) => problem(pointer, `invalid additional property: ${key}`)),
  ];
}

/** What is wrong with a string field, where it is there. */
export function stringProblems(
  body: Body,
  pointer: string,
  { field, bounds }: { readonly field: string; readonly bounds: readonly [number, number] },
): readonly Problem[] {
  const value = body[field];
  if (value === undefined) return [];
  if (typeof value !== 'string') return [problem(`${pointer}/${field}`, 'must provide a string')];
  return lengthProblems(`${pointer}/${field}`, lengthOf(value), bounds);
}

/** What is wrong with the URL of a field, where it is there. */
export function urlProblems(body: Body, pointer: string, field: string): readonly Problem[] {
  const value = body[field];
  if (value === undefined) return [];
  const valid = typeof value === 'string' && /^(?:https?|mailto|slack):/i.test(value) && URL.canParse(value);
  if (!valid) return [problem(`${pointer}/${field}`, 'must be a valid URL')];
  return lengthProblems(`${pointer}/${field}`, lengthOf(value), [1, 3000]);
}

/** How a text object is to be. */
export interface TextRule {
  readonly most: number;
  /** Whether mrkdwn is taken too. */
  readonly mrkdwn?: boolean;
}

/** What is wrong with the text object of a field, where it is there. */
export function textProblems(
  body: Body,
  pointer: string,
  { field, most, mrkdwn = false }: TextRule & { readonly field: string },
): readonly Problem[] {
  if (body[field] === undefined) return [];
  return textObjectProblems(body[field], `${pointer}/${field}`, { most, mrkdwn });
}

/** What is wrong with a text object. */
export function textObjectProblems(
  value: unknown,
  pointer: string,
  { most, mrkdwn = false }: TextRule,
): readonly Problem[] {
  if (!isBody(value)) return [problem(pointer, 'must provide an object')];
  const types = mrkdwn ? ['plain_text', 'mrkdwn'] : ['plain_text'];
  const type = stringOf(value.type);
  if (!types.includes(type)) return [problem(`${pointer}/type`, `must be one of: ${types.join(', ')}`)];
  const optional = type === 'plain_text' ? ['emoji'] : ['verbatim'];
  return [
    ...shapeProblems(value, pointer, { required: ['text'], optional }),
    ...stringProblems(value, pointer, { field: 'text', bounds: [1, most] }),
  ];
}

/** A list's items with their pointers; a problem stands for one that isn't an object. */
export function itemsOf(
  value: unknown,
  pointer: string,
  problemsOf: (item: Body, at: string) => readonly Problem[],
): readonly Problem[] {
  if (!Array.isArray(value)) return [problem(pointer, 'must provide an array')];
  return value.flatMap((item, index) => {
    const at = `${pointer}/${index}`;
    return isBody(item) ? problemsOf(item, at) : [problem(at, 'must provide an object')];
  });
}
