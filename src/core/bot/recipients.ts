import type { ChannelAddress } from '../schedule/channel-address.ts';

/** Where managers may have digests sent, besides the channel in which they ask. */
export interface Recipients {
  /** The channel that stands for an address; null if the operator lets nothing be sent there. */
  channelOf(address: string): ChannelAddress | null;
}

/** Nobody. */
export const NO_RECIPIENTS: Recipients = { channelOf: () => null };
