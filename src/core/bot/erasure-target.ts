import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';
import type { ErasureTarget } from './upkeep.ts';

const ADDRESS = /^([a-z]+):([^/\s]+)\/(\S+)$/;

/** Reads whose traces are to go: `platform:workspace/user` of a person, `platform:workspace/channel` of a channel. */
export function parseErasureTarget(kind: 'person' | 'channel', address: string): ErasureTarget {
  const whole = address.trim().replace(/^file:(?!local\/)/, 'file:local/');
  const [, platform, workspace, last] = ADDRESS.exec(whole) ?? [];
  if (platform === undefined || workspace === undefined || last === undefined) {
    throw new UserError(
      `"${echo(address)}" names no ${kind}. Write platform:workspace/${kind}, for example terminal:local/${kind === 'person' ? 'local' : 'terminal'}.`,
      { code: 'invalid-option' },
    );
  }
  return kind === 'person' ? { platform, workspace, user: last } : { platform, workspace, channel: last };
}
