import type { PlatformDefinition } from '../../core/bot/platform.ts';
import { type ChannelAddress, formatAddress, parseAddress } from '../../core/schedule/channel-address.ts';
import { echo } from '../../core/text/echo.ts';
import { UserError } from '../../core/text/user-error.ts';
import { PLATFORMS } from '../platforms.ts';

/** Parses the channel that the operator names, as one of the platforms writes it. */
export function parseChannel(text: string, platforms = PLATFORMS): ChannelAddress {
  const address = shortForm(text.trim(), platforms) ?? parseAddress(text);
  if (address === null)
    throw invalid(
      `"${echo(text)}" is not a channel address. Use platform:workspace/channel, ${channelForms(platforms.filter(({ local }) => local))}.`,
    );
  const platform = platforms.find(({ name }) => name === address.platform);
  if (!platform) throw invalid(`There is no platform ${address.platform}. Use ${channelForms(platforms)}.`);
  const problem = platform.channelId.problemOf(address.workspace, address.channel);
  if (problem !== null) throw invalid(problem);
  return address;
}

/** A short form as the address it stands for; anything else as it is. */
export function completeAddress(text: string, platforms = PLATFORMS): string {
  const address = shortForm(text.trim(), platforms);
  return address === null ? text : formatAddress(address);
}

/** How the channels are written to which digests can be posted: `slack:T123/C456, terminal, or …`. */
export function channelForms(platforms: readonly PlatformDefinition[] = PLATFORMS): string {
  const posted = platforms.filter(({ createPoster }) => createPoster !== undefined);
  const forms = posted.map(({ channelId }) => channelId.example);
  return [...forms.slice(0, -1), `or ${forms.at(-1)}`].join(', ');
}

function shortForm(text: string, platforms: readonly PlatformDefinition[]): ChannelAddress | null {
  for (const { channelId } of platforms) {
    const address = channelId.parseShort?.(text) ?? null;
    if (address !== null) return address;
  }
  return null;
}

function invalid(message: string): UserError {
  return new UserError(message, { code: 'invalid-option' });
}
