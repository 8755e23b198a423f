import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, DiscordjsError, HTTPError } from 'discord.js';

const WAITS = [1000, 4000, 15_000, 45_000]; // milliseconds; discord.js itself tries four times without a wait

/** Tries again while Discord is out of order. What it refuses stays refused. The attempt must do no harm when made twice. */
export async function retryOnOutage<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const wait of WAITS) {
    try {
      return await attempt();
    } catch (cause) {
      if (!isOutage(cause)) throw cause;
      await sleep(wait);
    }
  }
  return attempt();
}

/** Says whether the network or Discord failed, so that nobody knows whether something was done. */
export function isOutage(cause: unknown): boolean {
  if (cause instanceof HTTPError) return cause.status >= 500;
  return !(cause instanceof DiscordAPIError || cause instanceof DiscordjsError);
}
