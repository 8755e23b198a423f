import type { Asked, Invocation } from '../../core/chat/invocation.ts';
import type { ChannelAddress } from '../../core/digests/channel-address.ts';

/** The one conversation at this machine. */
export const LOCAL_CONVERSATION = 'terminal:local/terminal';

/** A request by whoever sits at this machine: one conversation, and the right to manage. */
export function localInvocation(asked: Asked): Invocation {
  return { asked, conversation: LOCAL_CONVERSATION, reader: LOCAL, manager: true };
}

/** A request on the command line: it stands alone, whatever was said before. */
export function singleInvocation(asked: Asked): Invocation {
  return { ...localInvocation(asked), conversation: 'terminal:local/command-line', standsAlone: true };
}

/** A request on the command line on behalf of a channel, by whoever runs Dossier. */
export function channelInvocation(asked: Asked, channel: ChannelAddress): Invocation {
  const user = channel.platform === LOCAL.platform ? LOCAL.user : '';
  return { ...singleInvocation(asked), reader: { ...channel, user, private: false } };
}

const LOCAL = {
  ...{ platform: 'terminal', workspace: 'local', channel: 'terminal', user: 'local' },
  private: false,
};
