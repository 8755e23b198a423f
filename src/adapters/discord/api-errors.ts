import { DiscordAPIError, DiscordjsError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Whether Discord refused something for one of these reasons. */
export function isCode(error: unknown, ...codes: readonly RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => error.code === code);
}

/** Whether the network or Discord failed, so that nobody knows whether something was done. */
export function isOutage(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  return !(error instanceof DiscordAPIError || error instanceof DiscordjsError);
}

/** Whether the message, its channel or the time to answer is over, or another process answered: there is nobody to tell. */
export function isGone(error: unknown): boolean {
  return isCode(error, ...GONE);
}

const GONE = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];
