import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APILabelComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { QUESTION_FORM } from '../../core/bot/interaction/question-form.ts';
import { ASK_REASON, type ReasonsMenu } from '../../core/bot/interaction/rate-answer.ts';
import type { SignedStep } from '../../core/bot/interaction/reply-layout.ts';
import { LIMITS } from './limits.ts';

/** A line or two without anything around them. */
export function toText(text: string): APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.TextDisplay, content: text }];
}

/** A page of an answer and its buttons, held together by a container. */
export function toContainer(text: string, layout: ButtonLayout): APIMessageTopLevelComponent[] {
  const components = [{ type: ComponentType.TextDisplay as const, content: text }, ...toRows(layout)];
  return [{ type: ComponentType.Container, accent_color: ACCENT, components }];
}

const ACCENT = 0x2f6fab; // a blue that is seen on light and dark

/** The buttons below a page. */
export interface ButtonLayout {
  readonly steps: readonly SignedStep[];
  readonly rating: readonly SignedStep[];
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The first buttons and the ratings in one row, the others below. The first of all stands out. */
export function toRows({ steps, rating }: ButtonLayout, first = ButtonStyle.Primary): Row[] {
  const room = LIMITS.buttonsInRow - rating.length;
  const buttons = [...steps.slice(0, room), ...rating, ...steps.slice(room)].flatMap(
    ({ label, value }, at) => {
      const style = at === 0 && steps.length > 0 ? first : ButtonStyle.Secondary;
      return value === null ? [] : [{ type: ComponentType.Button, style, label, custom_id: value } as Button];
    },
  );
  const rows = [buttons.slice(0, LIMITS.buttonsInRow), buttons.slice(LIMITS.buttonsInRow)];
  return rows
    .filter(({ length }) => length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components }));
}

type Button = APIButtonComponentWithCustomId;

/** The menu of reasons why an answer is rated down. */
export function reasonsMenu({ value: custom_id, reasons }: ReasonsMenu): Row {
  const options = reasons.slice(0, LIMITS.selectOptions).map((reason) => ({ label: reason, value: reason }));
  const type = ComponentType.StringSelect;
  const menu = { type, custom_id, placeholder: ASK_REASON, options } as const;
  return { type: ComponentType.ActionRow, components: [menu] };
}

/** A form for a question that follows up an answer; `choosesAudience` if others could see its answer. */
export function questionForm(
  customId: string,
  { choosesAudience }: { readonly choosesAudience: boolean },
): APIModalInteractionResponseCallbackData {
  const { title, field, label, placeholder, minLength, maxLength } = QUESTION_FORM;
  const input: APITextInputComponent = {
    type: ComponentType.TextInput,
    custom_id: field,
    style: TextInputStyle.Paragraph,
    ...{ placeholder, min_length: minLength, max_length: maxLength, required: true },
  };
  const question: APILabelComponent = { type: ComponentType.Label, label, component: input };
  return { custom_id: customId, title, components: [question, ...(choosesAudience ? [AUDIENCE] : [])] };
}

/** The field of a form that says who sees the answer, and its value for the person alone. */
export const AUDIENCE_FIELD = { name: 'audience', onlyMe: 'me' } as const;

const AUDIENCE: APILabelComponent = {
  type: ComponentType.Label,
  label: 'Who sees the answer',
  component: {
    type: ComponentType.RadioGroup,
    custom_id: AUDIENCE_FIELD.name,
    required: false,
    options: [
      { label: 'Everyone here', value: 'everyone', default: true },
      { label: 'Only me', value: AUDIENCE_FIELD.onlyMe },
    ],
  },
};
