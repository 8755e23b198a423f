import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { LIMITS } from './limits.ts';

/** A button to be: what it says, and its custom id, null where it can't have one. */
export interface Labelled {
  readonly label: string;
  readonly customId: string | null;
}

/** A page of text with rows of buttons below it. */
export function toComponents(
  text: string,
  rows: readonly (readonly Labelled[])[],
): APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.TextDisplay, content: text }, ...rows.flatMap(toRow)];
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

function toRow(buttons: readonly Labelled[]): Row[] {
  const components = buttons.flatMap(({ label, customId }) =>
    customId === null
      ? []
      : [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId } as const],
  );
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

/** What may be wrong with an answer; the values are those of `/feedback reason:`. */
export function toReasons(customId: string, reasons: readonly string[]): Row {
  const options = reasons.slice(0, LIMITS.selectOptions).map((reason) => ({ label: reason, value: reason }));
  const menu = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: 'What is wrong?',
    options,
  } as const;
  return { type: ComponentType.ActionRow, components: [menu] };
}

/** The name of the field in the form. */
export const QUESTION_FIELD = 'question';

/** A form for a question that follows up an answer. */
export function questionForm(customId: string): APIModalInteractionResponseCallbackData {
  const input = {
    type: ComponentType.TextInput,
    custom_id: QUESTION_FIELD,
    label: 'Your question',
    style: TextInputStyle.Paragraph,
    placeholder: 'It may follow up this answer: And China?',
    min_length: 2,
    max_length: 1000,
    required: true,
  } as const;
  return {
    custom_id: customId,
    title: 'Ask the documents',
    components: [{ type: ComponentType.ActionRow, components: [input] }],
  };
}
