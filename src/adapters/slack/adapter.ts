import { App, type Receiver, type SocketModeReceiver } from '@slack/bolt';
import type { Chat, ChatAdapter } from '../../core/bot/chat-adapter.ts';
import type { Command } from '../../core/bot/command.ts';
import { aborted } from '../../core/text/abort.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import { readableInstant } from '../../core/text/readable-date.ts';
import type { UserError } from '../../core/text/user-error.ts';
import { createSlackActionSigner } from './action-signer.ts';
import { clientOptions, createClient, QUIET } from './calls.ts';
import type { HandlerContext } from './handler-context.ts';
import { createHttpReceiver, type Route } from './http-receiver.ts';
import { type Introduced, introduceInTime } from './introduce.ts';
import { STOP_WITHIN } from './limits.ts';
import { listen } from './listen.ts';
import { workspaceOf } from './message-origin.ts';
import { createPeople } from './people.ts';
import { createReplies } from './replies.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createSocketReceiver, keepConnected } from './socket.ts';

/** What the adapter for Slack needs. */
export interface SlackOptions {
  readonly botToken: string;
  /** For a socket; null where Slack sends over HTTP. */
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** Where Slack's API is; Slack's own where null. */
  readonly api: string | null;
  readonly prefix: string;
  readonly allowExternal: boolean;
  /** Ids of people who may do what managers may. */
  readonly managers: ReadonlySet<string>;
  /** For how many days the buttons under an answer are good. */
  readonly days: number;
  readonly commands: readonly Command[];
  /** Opens a way into the one HTTP server. */
  serve(route: Route): void;
  now(): Date;
  report(error: Error): void;
}

/** The app on Slack. `start` returns when it was stopped, and fails when Slack wants none of it. */
export function createSlackAdapter(options: SlackOptions): ChatAdapter {
  const stopping = new AbortController();
  const gone = new AbortController();
  const inFlight = createInFlight();
  let health = { connected: false, detail: 'not started' };
  return {
    platform: 'slack',
    async start(chat) {
      const client = createClient({ token: options.botToken, api: options.api, gone: gone.signal });
      const who = await introduceInTime(client, { signal: stopping.signal, report: options.report });
      if (!who) return;
      if (who.lacks !== null) options.report(new Error(who.lacks));
      const refused = createRefusal();
      const parts = createParts(options, { chat, client, ...who, refuse: refused.refuse });
      const connected = (is: boolean) => {
        health = {
          connected: is,
          detail: is ? `as ${who.name} since ${readableInstant(options.now())}` : 'connecting',
        };
      };
      const receiver = createReceiver(options, chat, { team: who.team, gone: gone.signal });
      listen(createApp(options, { receiver, gone: gone.signal, ...who }), parts, inFlight);
      if ('route' in receiver) {
        const { path, handle } = receiver.route;
        const closed = () => new Response(null, { status: 503 });
        options.serve({
          path,
          handle: async (request) => (stopping.signal.aborted ? closed() : handle(request)),
        });
        connected(true);
        await Promise.race([aborted(stopping.signal), refused.ended]);
      } else
        await Promise.race([
          keepConnected(receiver, { signal: stopping.signal, report: options.report, connected }),
          refused.ended,
        ]).finally(() => stopping.abort());
    },
    async stop() {
      stopping.abort(); // what comes now goes to another process, or is sent again
      await inFlight.settle(STOP_WITHIN - 1000);
      gone.abort();
      health = { connected: false, detail: 'stopped' };
    },
    health: () => ({ platform: 'slack', ...health }),
  };
}

function createReceiver(
  options: SlackOptions,
  chat: Chat,
  { team, gone }: { team: string; gone: AbortSignal },
): SocketModeReceiver | ReturnType<typeof createHttpReceiver> {
  const { appToken, signingSecret, api, now } = options;
  if (appToken !== null) return createSocketReceiver({ appToken, api, gone });
  const claim = (event: string) => chat.claim(workspaceOf(team), event);
  return createHttpReceiver({ signingSecret: signingSecret ?? '', claim, now });
}

function createApp(
  { api, botToken, report }: SlackOptions,
  { receiver, gone, team, bot, botId }: Introduced & { receiver: Receiver; gone: AbortSignal },
): App {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botId, botUserId: bot, teamId: team }),
    clientOptions: clientOptions({ api, gone }),
    logger: QUIET,
  });
  app.error(async (cause) => report(new Error('An event from Slack could not be handled.', { cause })));
  return app;
}

/** What ends the adapter from within. */
function createRefusal() {
  let refuse = (_error: UserError) => {};
  const ended = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  ended.catch(() => undefined); // whoever waits for it hears of it
  return { ended, refuse };
}

type Given = Pick<HandlerContext, 'chat' | 'client' | 'team' | 'bot' | 'refuse'>;

function createParts(options: SlackOptions, { chat, client, team, bot, refuse }: Given): HandlerContext {
  const { botToken, commands, days, prefix, allowExternal, managers, now, report } = options;
  const actions = createSlackActionSigner({ botToken, days });
  return {
    ...{ chat, commands, actions, client, team, bot, prefix, allowExternal, now, report, refuse },
    replies: createReplies(actions, now),
    openings: new Map(),
    queue: createSerialQueue(),
    people: createPeople({ client, managers, now, report }),
  };
}
