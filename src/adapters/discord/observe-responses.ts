import { type REST, RESTEvents } from 'discord.js';
import type { Observer } from '../../core/bot/platform.ts';

/** Tells an observer the status of every response of Discord's API. */
export function observeResponses(rest: REST, observer: Observer | undefined): void {
  if (observer) rest.on(RESTEvents.Response, (_, { status }) => observer.responded(status));
}
