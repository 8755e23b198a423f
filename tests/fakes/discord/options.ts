/** How a fake Discord is set up. */
export interface DiscordOptions {
  /** The bot's token; any other is refused. */
  readonly token: string;
  /** Whether the operator has turned the Message Content intent on. */
  readonly messageContent: boolean;
  /** Milliseconds between the heartbeats that are asked for. */
  readonly heartbeatInterval: number;
  /** Milliseconds within which an interaction must be acknowledged. */
  readonly acknowledgeWithin: number;
  /** Milliseconds that a nonce is remembered. */
  readonly nonceWindow: number;
  /** Whether a list of messages tells their nonces, which Discord's documents leave open. */
  readonly listsNonces: boolean;
  /** How many shards the bot is told to use. */
  readonly shards: number;
  /** How many sessions may still be started today. */
  readonly sessionStarts: number;
}

/** The options of a fake Discord as it is by default. */
export const DEFAULT_OPTIONS: DiscordOptions = {
  token: 'MTA.fake.token',
  messageContent: true,
  heartbeatInterval: 41_250,
  acknowledgeWithin: 3000,
  nonceWindow: 120_000,
  listsNonces: false,
  shards: 1,
  sessionStarts: 1000,
};
