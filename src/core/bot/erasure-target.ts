import { parseAddress } from '../schedule/channel-address.ts';
import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';
import type { ErasureTarget } from './upkeep.ts';

/** Parses an erasure target: `platform:workspace/user` for a person, `platform:workspace/channel` for a channel. */
export function parseErasureTarget(
  kind: 'person' | 'channel',
  address: string,
  example: string,
): ErasureTarget {
  const parsed = parseAddress(address);
  if (!parsed) {
    throw new UserError(
      `"${echo(address)}" is not a ${kind}. Use platform:workspace/${kind}, for example ${example}.`,
      { code: 'invalid-option' },
    );
  }
  const { platform, workspace, channel } = parsed;
  return kind === 'person' ? { platform, workspace, user: channel } : parsed;
}
