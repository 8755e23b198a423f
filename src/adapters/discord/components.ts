import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { QUESTION_FORM } from '../../core/bot/interaction/question-form.ts';
import { ASK_REASON, type ReasonsMenu } from '../../core/bot/interaction/rate-answer.ts';
import type { SignedStep } from '../../core/bot/interaction/reply-layout.ts';
import { LIMITS } from './limits.ts';

/** A page of text with rows of buttons below it. */
export function toComponents(
  text: string,
  rows: readonly (readonly SignedStep[])[],
): APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.TextDisplay, content: text }, ...rows.flatMap(toRow)];
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

function toRow(steps: readonly SignedStep[]): Row[] {
  const components = steps.flatMap(({ label, value }) =>
    value === null
      ? []
      : [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: value } as const],
  );
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

/** The menu of reasons why an answer is rated down. */
export function reasonsMenu({ value: custom_id, reasons }: ReasonsMenu): Row {
  const options = reasons.slice(0, LIMITS.selectOptions).map((reason) => ({ label: reason, value: reason }));
  const type = ComponentType.StringSelect;
  const menu = { type, custom_id, placeholder: ASK_REASON, options } as const;
  return { type: ComponentType.ActionRow, components: [menu] };
}

/** A form for a question that follows up an answer. */
export function questionForm(customId: string): APIModalInteractionResponseCallbackData {
  const { title, field, label, placeholder, minLength, maxLength } = QUESTION_FORM;
  const input = {
    type: ComponentType.TextInput,
    custom_id: field,
    style: TextInputStyle.Paragraph,
    ...{ label, placeholder, min_length: minLength, max_length: maxLength, required: true },
  } as const;
  return { custom_id: customId, title, components: [{ type: ComponentType.ActionRow, components: [input] }] };
}
