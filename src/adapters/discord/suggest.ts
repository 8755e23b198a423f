import { type AutocompleteInteraction, RESTJSONErrorCodes } from 'discord.js';
import { clip } from '../../core/text/clip.ts';
import { isCode } from './api-errors.ts';
import type { HandlerContext } from './handler-context.ts';
import { originOf } from './interaction-origin.ts';
import { LIMITS } from './limits.ts';

/** Completes the option that someone is typing. */
export async function suggest(context: HandlerContext, interaction: AutocompleteInteraction): Promise<void> {
  try {
    await interaction.respond(await choicesFor(context, interaction));
  } catch (cause) {
    if (isCode(cause, RESTJSONErrorCodes.UnknownInteraction)) return; // the person has typed on
    context.report(new Error('Could not send autocomplete suggestions to Discord.', { cause }));
    if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
  }
}

async function choicesFor({ chat, invocation }: HandlerContext, interaction: AutocompleteInteraction) {
  const { name, value } = interaction.options.getFocused(true);
  const typed = { command: interaction.commandName, option: name, value: String(value) };
  const request = { kind: 'command', command: interaction.commandName, options: {} } as const;
  const found = await chat.suggest(invocation(originOf(interaction), request, { forAsker: true }), typed);
  return found
    .filter((each) => each.value.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map((each) => ({
      name: clip(each.label.replace(/\s+/g, ' ').trim() || each.value, LIMITS.choice),
      value: each.value,
    }));
}
