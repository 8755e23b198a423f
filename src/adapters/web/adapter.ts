import { createActionSigner } from '../../core/bot/action-signer.ts';
import type { ChatAdapter } from '../../core/bot/chat-adapter.ts';
import type { AdapterEnvironment, LocalServer, Route } from '../../core/bot/platform.ts';
import { createSpell, TYPED } from '../../core/bot/spelling.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import { chatRoutes } from './chat-routes.ts';
import { openInbox } from './inbox.ts';
import { PLATFORM } from './place.ts';
import { createReplies } from './replies.ts';
import { readSecret } from './secret.ts';
import { createSessions } from './sessions.ts';

/** What the chat page is made with. */
export interface WebAdapterOptions
  extends Pick<AdapterEnvironment, 'commands' | 'dataDir' | 'days' | 'now' | 'report' | 'serve'> {
  readonly server: LocalServer;
}

const GRACE = 3000; // milliseconds in which requests under way may end

/** Creates the chat page. It lives as long as the server does: `start` returns once it is there, and keeps nothing running. */
export function createWebAdapter({ server, serve, report, ...options }: WebAdapterOptions): ChatAdapter {
  const { commands, dataDir, days, now } = options;
  const secret = readSecret(dataDir);
  const actions = createActionSigner({ secret, days, longest: 2000, now });
  const { sign } = actions;
  const answering = createInFlight();
  let isServed = false;
  return {
    platform: PLATFORM,
    async start(chat) {
      const replies = createReplies({ sign, spell: createSpell(commands, TYPED) });
      const kept = { sessions: createSessions({ secret, now }), inbox: openInbox(dataDir, { days, now }) };
      const routes = chatRoutes({ ...kept, chat, actions, commands, replies, report, server });
      for (const route of routes) serve(tracked(route));
      isServed = true;
    },
    async stop() {
      await answering.settle(GRACE);
      isServed = false;
    },
    health: () => ({ platform: PLATFORM, connected: isServed, detail: server.address }),
  };

  function tracked({ path, handle }: Route): Route {
    return {
      path,
      handle(request) {
        const response = handle(request);
        answering.add(response.catch(() => undefined)); // the server reports it
        return response;
      },
    };
  }
}
