import type { Workspace } from '../library/audience.ts';
import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';

/** A channel that digests can be posted to. */
export interface ChannelAddress extends Workspace {
  readonly channel: string;
}

const ADDRESS = /^([a-z]+):([^/\s]+)\/([^/\s]+)$/;
const FILE = /^file:(?:local\/)?([^/\s]+)$/;

/** Reads `platform:workspace/channel`, `terminal` or `file:name`. */
export function parseAddress(text: string): ChannelAddress {
  const address = text.trim();
  if (/^terminal(?::local\/terminal)?$/.test(address))
    return { platform: 'terminal', workspace: 'local', channel: 'terminal' };
  const [, file] = FILE.exec(address) ?? [];
  if (file !== undefined) return { platform: 'file', workspace: 'local', channel: file };
  const [, platform, workspace, channel] = ADDRESS.exec(address) ?? [];
  const isElsewhere = platform !== 'file' && platform !== 'terminal';
  if (isElsewhere && platform !== undefined && workspace !== undefined && channel !== undefined)
    return { platform, workspace, channel };
  throw new UserError(
    `"${echo(text)}" is not a channel. Write platform:workspace/channel, terminal, or file: and a name.`,
    { code: 'invalid-option' },
  );
}

/** A channel as text, `platform:workspace/channel`. */
export function formatAddress({ platform, workspace, channel }: ChannelAddress): string {
  return `${platform}:${workspace}/${channel}`;
}
