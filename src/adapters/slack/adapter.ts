import { App, type BlockAction, type Receiver, type SocketModeReceiver } from '@slack/bolt';
import type { Chat, ChatAdapter } from '../../core/chat/adapter.ts';
import { createDeeds } from '../../core/chat/deeds.ts';
import { createInFlight, type InFlight } from '../../core/chat/in-flight.ts';
import type { Command } from '../../core/commands/command.ts';
import { MESSAGE_MENUS } from '../../core/commands/message-menus.ts';
import type { UserError } from '../../core/errors.ts';
import { actOnClick, askByForm } from './actions.ts';
import { clientOptions, createClient, QUIET } from './calls.ts';
import { handleCommand, slashCommands } from './commands.ts';
import { FORM } from './form.ts';
import { showHome } from './home.ts';
import { createHttpReceiver, type Route } from './http-receiver.ts';
import { type Introduced, introduceInTime } from './introduce.ts';
import { LIMITS, STOP_WITHIN } from './limits.ts';
import { callbackOf } from './manifest.ts';
import { type HeardMessage, handleMessage } from './messages.ts';
import type { Parts } from './parts.ts';
import { createManagers } from './people.ts';
import { workspaceOf } from './place.ts';
import type { Respond } from './posting.ts';
import { ACTIONS, createReplies } from './replies.ts';
import { useShortcut } from './shortcuts.ts';
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

function listen(app: App, parts: Parts, inFlight: InFlight): void {
  const hold = (work: Promise<void>) => {
    inFlight.add(work.catch((cause) => parts.report(cause)));
    return work;
  };
  for (const { name } of slashCommands(parts.commands, parts.prefix))
    app.command(name, (args) => hold(handleCommand(parts, args)));
  app.event('app_mention', ({ event }) => hold(handleMessage(parts, event as HeardMessage)));
  app.event('message', ({ event }) => hold(handleMessage(parts, event as HeardMessage)));
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await hold(showHome(parts, event));
  });
  app.action(
    new RegExp(`^(?:${Object.values(ACTIONS).join('|')})`),
    async ({ ack, body, action, respond }) => {
      await ack();
      const value = chosenValue(action);
      if (body.type === 'block_actions' && value !== null)
        await hold(
          actOnClick(parts, { body: body as BlockAction, value, respond: respond as unknown as Respond }),
        );
    },
  );
  app.view(FORM, async ({ ack, body, view }) => {
    await ack();
    await hold(askByForm(parts, { user: body.user, view } as never));
  });
  for (const menu of MESSAGE_MENUS) {
    app.shortcut(
      { type: 'message_action', callback_id: callbackOf(menu) },
      async ({ ack, shortcut, respond }) => {
        await ack();
        if (shortcut.type === 'message_action')
          await hold(useShortcut(parts, shortcut, { menu, respond: respond as unknown as Respond }));
      },
    );
  }
}

/** The value of a button, or of the option that was chosen. */
function chosenValue(action: unknown): string | null {
  const given = action as { value?: unknown; selected_option?: { value?: unknown } | null };
  const value = given.value ?? given.selected_option?.value;
  return typeof value === 'string' ? value : null;
}
