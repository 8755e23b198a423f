import type { Asked, Invocation } from '../../core/chat/invocation.ts';

/** A request by whoever sits at this machine: one conversation, and the right to manage. */
export function localInvocation(asked: Asked): Invocation {
  return {
    asked,
    conversation: 'terminal:local/terminal',
    reader: { platform: 'terminal', workspace: 'local', channel: 'terminal', user: 'local', private: false },
    manager: true,
  };
}
