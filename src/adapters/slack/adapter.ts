import { App, type Receiver } from '@slack/bolt';
import type { ChatAdapter } from '../../core/bot/chat-adapter.ts';
import type { AdapterEnvironment } from '../../core/bot/platform.ts';
import { aborted } from '../../core/text/abort.ts';
import { formatInstant } from '../../core/text/format-date.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import type { UserError } from '../../core/text/user-error.ts';
import { clientOptions, createClient, QUIET } from './calls.ts';
import type { HandlerContext } from './handler-context.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { type Introduced, introduceInTime } from './introduce.ts';
import { keepConnected } from './keep-connected.ts';
import { PATIENCE, STOP_WITHIN } from './limits.ts';
import { listen } from './listen.ts';
import { PLATFORM, workspaceOf } from './message-origin.ts';
import { createOpenings } from './openings.ts';
import { createPeople } from './people.ts';
import { createSlackReplies } from './replies.ts';
import type { SlackSettings } from './settings.ts';
import { createReadShared } from './shared-file.ts';
import { createSocketReceiver } from './socket.ts';
import { createTokenWatch, type TokenWatch } from './token-watch.ts';
import { createTurns } from './turns.ts';

/** What the adapter for Slack needs. */
export type SlackOptions = SlackSettings &
  Pick<AdapterEnvironment, 'managers' | 'days' | 'commands' | 'serve' | 'observer' | 'now' | 'report'> & {
    /** Milliseconds for which Slack must keep rejecting a token that it accepted before. */
    readonly patience?: number;
  };

/** Creates the app on Slack. `start` returns when it was stopped, and fails if Slack rejects it for good. */
export function createSlackAdapter(options: SlackOptions): ChatAdapter {
  const stopping = new AbortController();
  const gone = new AbortController();
  const inFlight = createInFlight();
  let state = { connected: false, detail: 'not started' };
  return {
    platform: PLATFORM,
    async start(chat) {
      const { report, now, observer } = options;
      const calls = { api: options.api, gone: gone.signal, ...(observer && { observer }) };
      const client = createClient({ token: options.botToken, ...calls });
      const who = await introduceInTime(client, { signal: stopping.signal, report });
      if (!who) return;
      if (who.lacks !== null) report(new Error(who.lacks));
      const { patience = PATIENCE } = options;
      const rejection = createRejection(
        createTokenWatch({ client, patience, signal: stopping.signal, report }),
      );
      const context = createContext(options, { chat, client, ...who, ...rejection });
      const connected = (is: boolean) => {
        state = {
          connected: is,
          detail: is ? `as ${who.name} since ${formatInstant(now())}` : 'connecting',
        };
      };
      const run = createReceiver({ ...options, patience }, context, { gone: gone.signal, connected });
      listen(createApp(options, { receiver: run.receiver, gone: gone.signal, ...who }), context, inFlight);
      await Promise.race([run.until(stopping.signal), rejection.ended]).finally(() => stopping.abort());
    },
    async stop() {
      stopping.abort(); // what comes now goes to another process, or is sent again
      await inFlight.settle(STOP_WITHIN);
      gone.abort();
      state = { connected: false, detail: 'stopped' };
    },
    health: () => ({ platform: PLATFORM, ...state }),
  };
}

/** How events are received. */
interface Receiving {
  readonly receiver: Receiver;
  /** Receives events until it is told to stop. */
  until(stopped: AbortSignal): Promise<void>;
}

function createReceiver(
  options: SlackOptions & { readonly patience: number },
  { chat, team }: HandlerContext,
  { gone, connected }: { readonly gone: AbortSignal; connected(is: boolean): void },
): Receiving {
  const { appToken, signingSecret, api, patience, serve, now, report } = options;
  if (appToken !== null) {
    const receiver = createSocketReceiver({ appToken, api, gone });
    return { receiver, until: (signal) => keepConnected(receiver, { signal, patience, report, connected }) };
  }
  const claim = (event: string) => chat.claim(workspaceOf(team), event);
  const receiver = createHttpReceiver({ signingSecret: signingSecret ?? '', claim, now });
  const { path, handle } = receiver.route;
  return {
    receiver,
    async until(signal) {
      const closed = () => new Response(null, { status: 503 });
      serve({ path, handle: async (request) => (signal.aborted ? closed() : handle(request)) });
      connected(true);
      await aborted(signal);
    },
  };
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
  app.error(async (cause) => report(new Error('Could not handle an event from Slack.', { cause })));
  return app;
}

/** What ends the adapter from within: a token that Slack accepts no longer. */
function createRejection({ lastingRefusal, refusal }: TokenWatch) {
  let refuse = (_error: UserError) => {};
  const ended = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  ended.catch(() => undefined); // whoever waits for it handles it
  const doubt = () => void lastingRefusal().then((lasting) => lasting && refuse(lasting));
  return { ended, doubt, refusal, refuse };
}

type Connected = Pick<HandlerContext, 'chat' | 'client' | 'doubt' | 'refusal' | 'refuse'> & Introduced;

function createContext(
  options: SlackOptions,
  { chat, client, team, enterprise, bot, doubt, refusal, refuse }: Connected,
): HandlerContext {
  const { commands, prefix, allowExternal, managers, observer, now, report } = options;
  return {
    ...{ chat, commands, client, team, enterprise, bot, prefix, allowExternal },
    ...{ report, doubt, refusal, refuse, ...(observer && { observer }) },
    ...(options.readsFiles && { readShared: createReadShared(options) }),
    ...createSlackReplies(options),
    openings: createOpenings(now),
    inTurn: createTurns(),
    composing: new Set(),
    people: createPeople({ client, managers, now, report, doubt }),
  };
}
