import type { ChatRequest, Invocation } from '../../core/bot/invocation.ts';
import type { Audience } from '../../core/library/audience.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';
import { readLocalFile } from './local-file.ts';

/** The platform's name in addresses. */
export const PLATFORM = 'terminal';

/** The one channel of this machine's terminal. */
export const TERMINAL: ChannelAddress = { platform: PLATFORM, workspace: 'local', channel: 'terminal' };

/** The one conversation on this machine. */
export const LOCAL_CONVERSATION = 'terminal:local/terminal';

/** The person at this machine. */
export const LOCAL: Audience = { ...TERMINAL, user: 'local', private: false, local: true };

/** A request from the person at this machine: one conversation, and the rights of a manager. */
export function localInvocation(request: ChatRequest): Invocation {
  return {
    ...{ request, conversation: LOCAL_CONVERSATION, audience: LOCAL, manager: true },
    readFile: readLocalFile,
  };
}

/** A request on the command line: it stands alone, whatever was said before. */
export function singleInvocation(request: ChatRequest): Invocation {
  return { ...localInvocation(request), conversation: 'terminal:local/command-line', standsAlone: true };
}

/** A request on the command line on behalf of a channel, from the operator. `local`: whether its platform is. */
export function channelInvocation(
  request: ChatRequest,
  channel: ChannelAddress,
  { local }: { readonly local: boolean },
): Invocation {
  const user = channel.platform === PLATFORM ? LOCAL.user : '';
  return { ...singleInvocation(request), audience: { ...channel, user, private: false, local } };
}
