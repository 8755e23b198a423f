import type { HandlerContext } from './handler-context.ts';
import { workspaceOf } from './message-origin.ts';

/**
 * Deletes everything of the workspace if it has removed Dossier, and ends the adapter. Slack may deliver an event long after
 * the fact, when Dossier was installed again: it is believed if Slack refuses the token too.
 */
export async function leaveIfRemoved(context: HandlerContext): Promise<void> {
  const { chat, team, report, refusal, refuse } = context;
  const refused = await refusal();
  if (refused === null) return;
  try {
    await chat.leave(workspaceOf(team));
  } catch (cause) {
    report(new Error('Could not delete the data of a workspace that removed Dossier.', { cause }));
  }
  refuse(refused);
}
