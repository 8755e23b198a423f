import { type Client, Events, type Interaction } from 'discord.js';
import type { InFlight } from '../../core/text/in-flight.ts';
import { tell } from './answering.ts';
import type { HandlerContext } from './handler-context.ts';
import { handleInteraction } from './interactions.ts';
import { handleMessage } from './messages.ts';
import { leave, welcome } from './servers.ts';

/** What is known beyond one event. */
interface Listening {
  readonly inFlight: InFlight;
  /** False for an interaction that is reported again, as after a resumed connection. */
  isFirst(id: string): boolean;
  isStopping(): boolean;
}

/** Passes what Discord reports to its handlers. */
export function listen(
  client: Client,
  context: HandlerContext,
  { inFlight, isFirst, isStopping }: Listening,
): void {
  const handle = (interaction: Interaction) =>
    isStopping() ? refuseWhileStopping(context, interaction) : handleInteraction(context, interaction);
  client.on(Events.InteractionCreate, (interaction) => {
    if (isFirst(interaction.id)) inFlight.add(handle(interaction));
  });
  client.on(Events.MessageCreate, (message) => inFlight.add(handleMessage(context, message)));
  client.on(Events.GuildCreate, (guild) => inFlight.add(welcome(context, guild)));
  client.on(Events.GuildDelete, (guild) => inFlight.add(leave(context, guild)));
  client.on(Events.Error, (cause) => context.report(new Error('Discord client error.', { cause })));
  client.on(Events.ShardError, (cause) =>
    context.report(new Error('Discord gateway connection error.', { cause })),
  );
}

async function refuseWhileStopping(context: HandlerContext, interaction: Interaction): Promise<void> {
  if (interaction.isRepliable()) await tell(context, interaction, STOPPING);
}

const STOPPING = 'Dossier is stopping or restarting. Ask again in a minute.';
