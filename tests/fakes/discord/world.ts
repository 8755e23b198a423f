import type { Body } from '../json.ts';
import type { DiscordOptions } from './options.ts';
import type { PendingInteraction } from './pending.ts';
import { PERMISSIONS } from './permissions.ts';

/** A user as the wire shows it. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string | null;
  readonly avatar: string | null;
  readonly bot: boolean;
}

/** A member's own part, without the user. */
export interface Member {
  readonly roles: readonly string[];
  readonly joined_at: string;
}

/** An allowance or denial for a role (type 0) or a member (type 1). */
export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

/** A channel or thread as the wire shows it. */
export interface Channel extends Body {
  readonly id: string;
  readonly type: number;
  readonly name?: string;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly Overwrite[];
  readonly thread_metadata?: { readonly archived: boolean; readonly locked: boolean };
  readonly recipients?: readonly User[];
}

/** A server with its members and roles; its channels are in the world. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly permissions: string }[];
  readonly members: Map<string, Member>;
}

/** A message as the wire shows it. */
export interface Message extends Body {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  readonly content: string;
  readonly flags: number;
  readonly type: number;
  readonly embeds: readonly Body[];
  readonly components: readonly Body[];
  readonly nonce?: string | number;
}

/** A message with what the wire doesn't show. */
export interface StoredMessage {
  readonly wire: Message;
  readonly ephemeralFor?: string | undefined;
}

/** A registered application command, as Discord gives it back. */
export interface Command extends Body {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly guild_id?: string;
}

/** A modal that a user has open. */
export interface OpenModal {
  readonly data: Body;
  readonly from: PendingInteraction;
}

/** A request as it came, with the status that it was given once answered; zero when it never was. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly at: number;
  status?: number;
}

/** All that the fake Discord knows. */
export interface World {
  readonly options: DiscordOptions;
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, StoredMessage>;
  readonly nonces: Map<string, { readonly messageId: string; readonly at: number }>;
  /** Whether the token is good no more. */
  isRevoked: boolean;
  readonly commands: Map<string, Command>;
  readonly interactions: Map<string, PendingInteraction>;
  readonly modals: Map<string, OpenModal>;
  /** The users who take no direct messages. */
  readonly closedTo: Set<string>;
  readonly requests: RequestRecord[];
  /** The texts of uploaded files, by name. */
  readonly uploads: Map<string, string>;
  readonly violations: string[];
  readonly timers: Set<NodeJS.Timeout>;
  /** The clock that windows and deadlines are counted by, in milliseconds. */
  now(): number;
  /** Makes the clock jump. */
  elapse(milliseconds: number): void;
  nextId(): string;
  /** Sends an event to the bot; one that needs an intent only if the bot asked for it. */
  dispatch(event: string, data: Body, intent?: number): void;
  hasIntent(intent: number): boolean;
}

/** Makes an empty world with only the bot in it. */
export function createWorld(options: DiscordOptions): World {
  let offset = 0;
  const now = () => Date.now() + offset;
  const nextId = createIds(now);
  const bot = createUser(nextId(), 'dossier', true);
  return {
    ...{ options, bot, nextId, now },
    users: new Map([[bot.id, bot]]),
    ...{ guilds: new Map(), channels: new Map(), messages: new Map(), nonces: new Map() },
    ...{ commands: new Map(), interactions: new Map(), modals: new Map() },
    uploads: new Map(),
    ...{ requests: [], closedTo: new Set(), isRevoked: false, violations: [], timers: new Set() },
    elapse: (milliseconds) => {
      offset += milliseconds;
    },
    dispatch: () => {},
    hasIntent: () => false,
  };
}

/** Makes a user. */
export function createUser(id: string, username: string, bot = false): User {
  return { id, username, discriminator: '0', global_name: bot ? null : username, avatar: null, bot };
}

/** What the role of the bot allows unless a test takes it away. */
export const BOT_PERMISSIONS =
  PERMISSIONS.view |
  PERMISSIONS.send |
  PERMISSIONS.embedLinks |
  PERMISSIONS.attachFiles |
  PERMISSIONS.readHistory |
  PERMISSIONS.createPublicThreads |
  PERMISSIONS.sendInThreads;

const EPOCH = 1_420_070_400_000; // the first millisecond of 2015, where Discord's ids start (Discord docs)

function createIds(now: () => number): () => string {
  let last = 0n;
  return () => {
    const next = BigInt(now() - EPOCH) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}
