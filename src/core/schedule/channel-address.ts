/** A channel that digests can be posted to. */
export interface ChannelAddress {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

const ADDRESS = /^([a-z]+):([^/\s]+)\/([^/\s]+)$/;

/** Parses `platform:workspace/channel`; null if the text is no such address. */
export function parseAddress(text: string): ChannelAddress | null {
  const [, platform, workspace, channel] = ADDRESS.exec(text.trim()) ?? [];
  if (platform === undefined || workspace === undefined || channel === undefined) return null;
  return { platform, workspace, channel };
}

/** Formats a channel as `platform:workspace/channel`. */
export function formatAddress({ platform, workspace, channel }: ChannelAddress): string {
  return `${platform}:${workspace}/${channel}`;
}
