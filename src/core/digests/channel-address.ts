import { UserError } from '../errors.ts';
import { echo } from '../messages/echo.ts';
import type { Workspace } from '../store.ts';

/** A channel that digests can be posted to. */
export interface ChannelAddress extends Workspace {
  readonly channel: string;
}

const ADDRESS = /^([a-z]+):([^/\s]+)\/([^/\s]+)$/;
const FILE = /^file:(?:local\/)?([^/\s]+)$/;

/** Reads `platform:workspace/channel`, `terminal` or `file:name`. */
export function readAddress(text: string): ChannelAddress {
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
export function writeAddress({ platform, workspace, channel }: ChannelAddress): string {
  return `${platform}:${workspace}/${channel}`;
}
