import { UserError } from '../errors.ts';
import { echo } from '../messages/echo.ts';
import type { Forgotten } from '../store.ts';

const ADDRESS = /^([a-z]+):([^/\s]+)\/(\S+)$/;

/** Reads whose traces are to go: `platform:workspace/user` of a person, `platform:workspace/channel` of a channel. */
export function readWhom(kind: 'person' | 'channel', address: string): Forgotten {
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
