import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { HandlerContext } from './handler-context.ts';
import { workspaceOf } from './message-origin.ts';

/** What a person is told who presses a button that somebody has just pressed. */
export const JUST_PRESSED = 'This was pressed a moment ago. What it shows is below.';

const WINDOW = 10_000; // milliseconds

/** Whether nobody pressed a button in the last seconds, in any process: of several presses at once it is true for one. */
export async function isFirstPress(
  { chat }: HandlerContext,
  { guildId, customId, message, createdTimestamp }: ButtonInteraction | StringSelectMenuInteraction,
): Promise<boolean> {
  const part = Math.floor(createdTimestamp / WINDOW);
  const claim = (nth: number) => chat.claim(workspaceOf(guildId), `press ${nth} ${message.id} ${customId}`);
  return (await claim(part)) && claim(part + 1); // the next part too, or two at its start would both be first
}
