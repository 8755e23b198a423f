import { type Body, bodiesOf, bodyOf, stringOf } from '../json.ts';
import type { Use } from './drive.ts';

/** The action that the use of an element gives. */
export function actionOf(element: Body, { feedback = 'positive', values = [] }: Use): Body {
  const { type, action_id } = element;
  const { text, value, style } = element;
  switch (type) {
    case 'button':
    case 'icon_button':
      return {
        type,
        action_id,
        text,
        ...(value === undefined ? {} : { value }),
        ...(style ? { style } : {}),
      };
    case 'feedback_buttons': {
      const chosen = bodyOf(element[`${feedback}_button`]);
      return { type, action_id, text: chosen.text, value: chosen.value };
    }
    default:
      return { type, action_id, ...chosenOf(element, values) };
  }
}

/** What a menu or input holds once these values are chosen or typed. */
export function chosenOf(element: Body, values: readonly string[]): Body {
  const type = stringOf(element.type);
  const [first] = values;
  if (type === 'plain_text_input') return { value: first ?? element.initial_value ?? null };
  if (type === 'datepicker') return { selected_date: first ?? element.initial_date ?? null };
  if (type === 'timepicker') return { selected_time: first ?? element.initial_time ?? null };
  const many = type === 'checkboxes' || type.startsWith('multi_');
  const isOfPeople = /(users|channels|conversations)_select$/.exec(type)?.[1];
  if (isOfPeople) {
    const one = isOfPeople.replace(/s$/, '');
    const initial = element[many ? `initial_${isOfPeople}` : `initial_${one}`];
    if (many) return { [`selected_${isOfPeople}`]: values.length > 0 ? values : (initial ?? []) };
    return { [`selected_${one}`]: first ?? initial ?? null };
  }
  const options = optionsOf(element, values);
  if (many) return { selected_options: options.length > 0 ? options : (element.initial_options ?? []) };
  return { selected_option: options[0] ?? element.initial_option ?? null };
}

function optionsOf(element: Body, values: readonly string[]): readonly Body[] {
  const groups = bodiesOf(element.option_groups).flatMap(({ options }) => bodiesOf(options));
  const offered = [...bodiesOf(element.options), ...groups];
  return values.map((wanted) => {
    const option = offered.find(({ value }) => value === wanted);
    if (!option) throw new Error(`The menu has no option ${wanted}`);
    return option;
  });
}
