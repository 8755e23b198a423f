import { type Body, bodiesOf, bodyOf, lengthOf, numberOf, stringOf } from '../json.ts';
import { customIdProblems, duplicates, selectProblems } from './component-limits.ts';
import { lengthProblem, type Problem, problem } from './refusal.ts';

/** What is wrong with a modal. */
export function modalProblems(modal: Body): readonly Problem[] {
  const rows = bodiesOf(modal.components);
  const path = ['data', 'components'];
  return [
    ...lengthProblem(['data', 'title'], lengthOf(stringOf(modal.title)), [1, 45]),
    ...customIdProblems(modal, ['data']),
    ...lengthProblem(path, rows.length, [1, 5]),
    ...duplicates(modalInputs(modal), path),
    ...rows.flatMap((row, index) => rowProblems(row, [...path, index])),
  ];
}

/** The inputs of a modal, from action rows and labels alike. */
export function modalInputs(modal: Body): readonly Body[] {
  return bodiesOf(modal.components).flatMap((row) =>
    row.type === 18 ? [bodyOf(row.component)] : bodiesOf(row.components),
  );
}

function rowProblems(row: Body, path: Problem['path']): readonly Problem[] {
  if (row.type === 10) return lengthProblem([...path, 'content'], lengthOf(stringOf(row.content)), [1, 4000]);
  if (row.type === 18) {
    return [
      ...lengthProblem([...path, 'label'], lengthOf(stringOf(row.label)), [1, 45]),
      ...lengthProblem([...path, 'description'], lengthOf(stringOf(row.description)), [0, 100]),
      ...inputProblems(bodyOf(row.component), { path: [...path, 'component'], inLabel: true }),
    ];
  }
  if (row.type !== 1)
    return [problem([...path, 'type'], 'UNION_TYPE_CHOICES', 'Must be one of (1, 10, 18).')];
  const inputs = bodiesOf(row.components);
  return [
    ...lengthProblem([...path, 'components'], inputs.length, [1, 1]),
    ...inputs.flatMap((input) => inputProblems(input, { path: [...path, 'components', 0], inLabel: false })),
  ];
}

const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;

// Two to ten choices, at most one of a radio group's chosen beforehand (Discord docs, Component Reference).
function groupProblems(group: Body, path: Problem['path']): readonly Problem[] {
  const options = bodiesOf(group.options);
  const inside = [...path, 'options'];
  const chosen = options.filter((option) => option.default === true).length;
  const values = options.map(({ value }) => value);
  const isTwice = new Set(values).size < values.length;
  return [
    ...customIdProblems(group, path),
    ...lengthProblem(inside, options.length, [group.type === RADIO_GROUP ? 2 : 1, 10]),
    ...options.flatMap((option, index) => [
      ...lengthProblem([...inside, index, 'label'], lengthOf(stringOf(option.label)), [1, 100]),
      ...lengthProblem([...inside, index, 'value'], lengthOf(stringOf(option.value)), [1, 100]),
      ...lengthProblem([...inside, index, 'description'], lengthOf(stringOf(option.description)), [0, 100]),
    ]),
    ...(isTwice ? [problem(inside, 'COMPONENT_OPTION_VALUE_DUPLICATED', 'Option value duplicated.')] : []),
    ...(group.type === RADIO_GROUP && chosen > 1
      ? [problem(inside, 'COMPONENT_OPTION_DEFAULTS', 'At most one default.')]
      : []),
  ];
}

function inputProblems(input: Body, where: { path: Problem['path']; inLabel: boolean }): readonly Problem[] {
  const { path, inLabel } = where;
  if (inLabel && [3, 5, 6, 7, 8].includes(Number(input.type))) return selectProblems(input, path);
  if (inLabel && (input.type === RADIO_GROUP || input.type === CHECKBOX_GROUP))
    return groupProblems(input, path);
  if (input.type !== 4) return [problem([...path, 'type'], 'UNION_TYPE_CHOICES', 'Must be a text input.')];
  const most = input.max_length === undefined ? 4000 : numberOf(input.max_length);
  const least = numberOf(input.min_length);
  return [
    ...customIdProblems(input, path),
    ...(inLabel ? [] : lengthProblem([...path, 'label'], lengthOf(stringOf(input.label)), [1, 45])),
    ...lengthProblem([...path, 'placeholder'], lengthOf(stringOf(input.placeholder)), [0, 100]),
    ...lengthProblem([...path, 'value'], lengthOf(stringOf(input.value)), [0, Math.min(most, 4000)]),
    ...(most < 1 || most > 4000 || least > most
      ? [problem(path, 'BASE_TYPE_BAD_LENGTH', 'Bad bounds.')]
      : []),
  ];
}
