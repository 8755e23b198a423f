import { App, type Receiver, type SocketModeReceiver } from '@slack/bolt';
import type { Chat, ChatAdapter } from '../../core/chat/adapter.ts';
import { createDeeds } from '../../core/chat/deeds.ts';
import { createInFlight } from '../../core/chat/in-flight.ts';
import type { Command } from '../../core/commands/command.ts';
import type { UserError } from '../../core/errors.ts';
import { clientOptions, createClient, QUIET } from './calls.ts';
import { createHttpReceiver, type Route } from './http-receiver.ts';
import { type Introduced, introduceInTime } from './introduce.ts';
import { LIMITS, STOP_WITHIN } from './limits.ts';
import { listen } from './listen.ts';
import type { Parts } from './parts.ts';
import { createManagers } from './people.ts';
import { workspaceOf } from './place.ts';
import { createReplies } from './replies.ts';
import { aborted, createSocketReceiver, keepConnected } from './socket.ts';

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
  const inFlight = createInFlight();
  let health = { connected: false, detail: 'not started' };
  return {
    platform: 'slack',
    async start(chat) {
      const client = createClient({ token: options.botToken, api: options.api });
      const who = await introduceInTime(client, { signal: stopping.signal, report: options.report });
      if (!who) return;
      if (who.lacks !== null) options.report(new Error(who.lacks));
      const refused = createRefusal();
      const parts = createParts(options, { chat, client, ...who, refuse: refused.refuse });
      const connected = (is: boolean) => {
        health = {
          connected: is,
          detail: is ? `as ${who.name} since ${options.now().toISOString()}` : 'connecting',
        };
      };
      const receiver = createReceiver(options, chat, who.team);
      listen(createApp(options, { receiver, ...who }), parts, inFlight);
      if ('route' in receiver) {
        options.serve(receiver.route);
        connected(true);
        await Promise.race([aborted(stopping.signal), refused.ended]);
      } else
        await Promise.race([
          keepConnected(receiver, { signal: stopping.signal, report: options.report, connected }),
          refused.ended,
        ]).finally(() => stopping.abort());
    },
    async stop() {
      await inFlight.settle(STOP_WITHIN - 500);
      stopping.abort();
      health = { connected: false, detail: 'stopped' };
    },
    health: () => ({ platform: 'slack', ...health }),
  };
}

function createReceiver(
  options: SlackOptions,
  chat: Chat,
  team: string,
): SocketModeReceiver | ReturnType<typeof createHttpReceiver> {
  const { appToken, signingSecret, api, report, now } = options;
  if (appToken !== null) return createSocketReceiver({ appToken, api, report });
  const claim = (event: string) => chat.claim(workspaceOf(team), event);
  return createHttpReceiver({ signingSecret: signingSecret ?? '', claim, now });
}

function createApp(
  { api, botToken, report }: SlackOptions,
  { receiver, team, bot, botId }: Introduced & { receiver: Receiver },
): App {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botId, botUserId: bot, teamId: team }),
    clientOptions: clientOptions(api),
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

type Given = Pick<Parts, 'chat' | 'client' | 'team' | 'bot' | 'refuse'>;

function createParts(options: SlackOptions, { chat, client, team, bot, refuse }: Given): Parts {
  const { botToken, commands, days, prefix, allowExternal, managers, now, report } = options;
  const deeds = createDeeds({ secret: botToken, days, longest: LIMITS.buttonValue - 100 });
  return {
    ...{ chat, commands, deeds, client, team, bot, prefix, allowExternal, now, report, refuse },
    replies: createReplies(deeds, now),
    openings: new Map(),
    isManager: createManagers({ client, managers, now, report }),
  };
}
