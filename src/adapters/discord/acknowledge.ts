import { setTimeout as sleep } from 'node:timers/promises';
import { MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import { isCode, isOutage } from './api-errors.ts';
import type { HandlerContext } from './handler-context.ts';
import { type Answerable, isDirect } from './interaction-origin.ts';
import { workspaceOf } from './message-origin.ts';

/**
 * Tells Discord that an answer is coming. False if another answer is coming already or it is too late; if it is not
 * known whether Discord received it, the answer is attempted all the same.
 */
export async function acknowledge(
  context: HandlerContext,
  interaction: Answerable,
  forAsker: boolean,
): Promise<boolean> {
  if (!(await announce(context, interaction, forAsker && !isDirect(interaction)))) return false;
  // Only now: in a burst, storing takes longer than Discord waits.
  return claim(context, interaction);
}

/** True for the first process that is to answer. */
export function claim({ chat }: HandlerContext, { guildId, id }: Answerable): Promise<boolean> {
  return chat.claim(workspaceOf(guildId), `interaction ${id}`);
}

/** Tells Discord that an answer is coming, which settles who sees it. False as above. */
export async function announce(
  { report, observer }: HandlerContext,
  interaction: Answerable,
  isHidden: boolean,
): Promise<boolean> {
  try {
    await defer(interaction, isHidden);
    observer?.acknowledged(Date.now() - interaction.createdTimestamp);
  } catch (cause) {
    const isTwice = isCode(cause, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
    if (!isTwice) report(new Error('Could not acknowledge a request from Discord.', { cause }));
    if (!isTwice && !isOutage(cause)) return false;
  }
  interaction.deferred = true; // discord.js edits only what it knows to be announced
  return true;
}

/** A request that fails or hangs is made once more: Discord waits no longer than three seconds. */
async function defer(interaction: Answerable, isHidden: boolean): Promise<void> {
  const attempt = () => interaction.deferReply(isHidden ? { flags: MessageFlags.Ephemeral } : {});
  const first = attempt();
  const isDecided = first.then(
    () => true,
    (cause) => !isOutage(cause),
  );
  if (await Promise.race([isDecided, patience()])) {
    await first;
    return;
  }
  const second = attempt().catch((cause) => {
    if (!isCode(cause, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw cause;
  });
  await Promise.any([first, second]).catch(() => second);
}

/** False after a while. While this process is busy it waits longer: then the answer is here and not read yet. */
async function patience(): Promise<boolean> {
  for (let slice = 0; slice < SLICES; slice++) await sleep(SLICE, undefined, { ref: false });
  return false;
}

const SLICE = 100; // milliseconds
const SLICES = 12;
