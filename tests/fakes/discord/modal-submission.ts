import { type Body, bodiesOf, bodyOf, numberOf, stringOf } from '../json.ts';
import { modalInputs } from './modal-limits.ts';

type Value = string | readonly string[];

/** A modal's rows as they are sent with the user's values, refusing what Discord's client would not let through. */
export function submittedRows(modal: Body, fields: Readonly<Record<string, Value>>): readonly Body[] {
  const known = modalInputs(modal).map(({ custom_id }) => stringOf(custom_id));
  const unknown = Object.keys(fields).find((id) => !known.includes(id));
  if (unknown) throw new Error(`The modal has no field ${unknown}`);
  return bodiesOf(modal.components).map((row, index) => {
    const id = index + 1;
    if (row.type === 10) return { type: 10, id };
    if (row.type === 18) return { type: 18, id, component: filled(bodyOf(row.component), fields) };
    return { type: 1, id, components: bodiesOf(row.components).map((input) => filled(input, fields)) };
  });
}

/** A radio group with the value that the user chose, or leaves as it is. */
function chosen(group: Body, given: Value | undefined): Body {
  const options = bodiesOf(group.options);
  const value = given ?? options.find((option) => option.default === true)?.value ?? null;
  if (value === null && group.required !== false) throw new Error('A choice is required');
  if (value !== null && options.every((option) => option.value !== value))
    throw new Error(`There is no choice ${String(value)}`);
  return { type: group.type, id: 100, custom_id: group.custom_id, value };
}

function filled(input: Body, fields: Readonly<Record<string, Value>>): Body {
  const custom_id = stringOf(input.custom_id);
  if (input.type === 21) return chosen(input, fields[custom_id]);
  const value = fields[custom_id] ?? (input.type === 4 ? stringOf(input.value) : []);
  const most = numberOf(input.max_length) || 4000;
  const required = input.required !== false;
  if (required && value.length === 0) throw new Error(`The field ${custom_id} is required`);
  if (typeof value !== 'string') return { type: input.type, id: 100, custom_id, values: value };
  const short = value.length > 0 && value.length < numberOf(input.min_length);
  if (short || value.length > most) throw new Error(`The field ${custom_id} has ${value.length} characters`);
  return { type: 4, id: 100, custom_id, value };
}
