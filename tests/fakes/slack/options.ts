import type { Slowness } from './slowness.ts';

/** How a fake Slack is set up. */
export interface SlackOptions {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** The scopes that the bot was given when it was installed. */
  readonly scopes: readonly string[];
  /** The events that the app subscribes to; each is sent only where its scope is there too. */
  readonly events: readonly string[];
  /** The slash commands of the manifest; any is taken where there are none. */
  readonly commands: readonly string[];
  /** Whether the app has the agent view, or still the assistant's events. */
  readonly agentView: boolean;
  /** Links that messages may have; those of another address are noted. */
  readonly links: readonly (string | RegExp)[];
  /** Milliseconds within which an envelope or a request must be acknowledged. */
  readonly acknowledgeWithin: number;
  /** Milliseconds after which an event that wasn't acknowledged is sent again, each time. */
  readonly retriesAfter: readonly number[];
  /** Milliseconds that a trigger may be used. */
  readonly triggerLives: number;
  /** Milliseconds between the pings that a socket is sent. */
  readonly pingInterval: number;
  /** Makes calls slow, as a far-away Slack is to a process that is killed meanwhile. */
  readonly slowness?: Slowness;
  /** The organisation of an Enterprise Grid that the workspace belongs to. */
  readonly enterpriseId?: string;
  /** Where events are posted to; without it they go through Socket Mode. */
  readonly requestUrl?: string;
}

/** The options of a fake Slack as it is by default. */
export const DEFAULT_OPTIONS: SlackOptions = {
  botToken: 'xoxb-1-1-fake',
  appToken: 'xapp-1-A1-1-fake',
  signingSecret: 'a-signing-secret-that-is-a-fake',
  scopes: [
    ...['commands', 'chat:write', 'app_mentions:read', 'assistant:write'],
    ...['channels:history', 'groups:history', 'im:history'],
  ],
  events: [
    ...['app_mention', 'message.channels', 'message.groups', 'message.im', 'message.mpim'],
    ...[
      'app_home_opened',
      'assistant_thread_started',
      'assistant_thread_context_changed',
      'app_context_changed',
    ],
    ...['app_uninstalled', 'tokens_revoked', 'channel_archive', 'channel_left', 'member_joined_channel'],
  ],
  commands: [],
  agentView: true,
  links: [],
  acknowledgeWithin: 3000, // (Slack docs)
  retriesAfter: [250, 60_000, 300_000], // "nearly immediately", then after one and five minutes (Slack docs)
  triggerLives: 3000, // (Slack docs)
  pingInterval: 5000,
};
