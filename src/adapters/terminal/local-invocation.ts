import type { ChatRequest, Invocation } from '../../core/bot/invocation.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';

/** The one conversation at this machine. */
export const LOCAL_CONVERSATION = 'terminal:local/terminal';

/** A request by whoever sits at this machine: one conversation, and the right to manage. */
export function localInvocation(request: ChatRequest): Invocation {
  return { request, conversation: LOCAL_CONVERSATION, audience: LOCAL, manager: true };
}

/** A request on the command line: it stands alone, whatever was said before. */
export function singleInvocation(request: ChatRequest): Invocation {
  return { ...localInvocation(request), conversation: 'terminal:local/command-line', standsAlone: true };
}

/** A request on the command line on behalf of a channel, by whoever runs Dossier. */
export function channelInvocation(request: ChatRequest, channel: ChannelAddress): Invocation {
  const user = channel.platform === LOCAL.platform ? LOCAL.user : '';
  return { ...singleInvocation(request), audience: { ...channel, user, private: false } };
}

const LOCAL = {
  ...{ platform: 'terminal', workspace: 'local', channel: 'terminal', user: 'local' },
  private: false,
};
