import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';
import type { ErasureTarget } from './upkeep.ts';

const ADDRESS = /^([a-z]+):([^/\s]+)\/(\S+)$/;

/** Parses an erasure target: `platform:workspace/user` for a person, `platform:workspace/channel` for a channel. */
export function parseErasureTarget(
  kind: 'person' | 'channel',
  address: string,
  example: string,
): ErasureTarget {
  const [, platform, workspace, last] = ADDRESS.exec(address.trim()) ?? [];
  if (platform === undefined || workspace === undefined || last === undefined) {
    throw new UserError(
      `"${echo(address)}" is not a ${kind}. Use platform:workspace/${kind}, for example ${example}.`,
      { code: 'invalid-option' },
    );
  }
  return kind === 'person' ? { platform, workspace, user: last } : { platform, workspace, channel: last };
}
