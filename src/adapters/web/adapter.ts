import { randomBytes } from 'node:crypto';
import { createActionSigner } from '../../core/bot/action-signer.ts';
import type { ChatAdapter } from '../../core/bot/chat-adapter.ts';
import type { AdapterEnvironment, LocalServer, Route } from '../../core/bot/platform.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import { PLATFORM } from './answering.ts';
import { chatRoutes } from './chat-routes.ts';
import { createReplies } from './replies.ts';
import { createSessions } from './sessions.ts';

/** What the chat page is made with. */
export interface WebAdapterOptions extends Pick<AdapterEnvironment, 'commands' | 'days' | 'now' | 'serve'> {
  readonly server: LocalServer;
}

const GRACE = 3000; // milliseconds in which requests under way may end

/** Creates the chat page. It lives as long as the server does: `start` returns once it is there, and keeps nothing running. */
export function createWebAdapter({ server, commands, days, now, serve }: WebAdapterOptions): ChatAdapter {
  const secret = randomBytes(32).toString('base64url'); // sessions don't outlive the process either
  const actions = createActionSigner({ secret, days, longest: 2000, now });
  const answering = createInFlight();
  let isServed = false;
  return {
    platform: PLATFORM,
    async start(chat) {
      const parts = { chat, actions, commands, replies: createReplies(actions) };
      for (const route of chatRoutes({ ...parts, server, sessions: createSessions() })) serve(tracked(route));
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
