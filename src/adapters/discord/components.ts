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
import { ASK_REASON } from '../../core/bot/interaction/rate-answer.ts';
import { LIMITS } from './limits.ts';

/** A button: its label and its custom id, null if it can't have one. */
export interface LabelledButton {
  readonly label: string;
  readonly customId: string | null;
}

/** A page of text with rows of buttons below it. */
export function toComponents(
  text: string,
  rows: readonly (readonly LabelledButton[])[],
): APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.TextDisplay, content: text }, ...rows.flatMap(toRow)];
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

function toRow(buttons: readonly LabelledButton[]): Row[] {
  const components = buttons.flatMap(({ label, customId }) =>
    customId === null
      ? []
      : [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId } as const],
  );
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

/** The menu of reasons why an answer is rated down. */
export function reasonsMenu(customId: string, reasons: readonly string[]): Row {
  const options = reasons.slice(0, LIMITS.selectOptions).map((reason) => ({ label: reason, value: reason }));
  const type = ComponentType.StringSelect;
  const menu = { type, custom_id: customId, placeholder: ASK_REASON, options } as const;
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
