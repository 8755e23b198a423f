import type { Body } from '../json.ts';
import type { SlackOptions } from './options.ts';
import type { Pending } from './pending.ts';

/** A user of the workspace, or of another one that shares a channel. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  /** The organisation of an Enterprise Grid that the workspace of the user belongs to. */
  readonly enterpriseId?: string;
  /** Somebody who was invited to some channels only. */
  readonly isGuest?: boolean;
  readonly isAdmin: boolean;
  readonly isBot: boolean;
}

/** A conversation. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct' | 'group';
  readonly members: Set<string>;
  /** Whether another workspace shares it. */
  readonly isShared: boolean;
  isArchived: boolean;
}

/** A message as the wire shows it. */
export interface Message extends Body {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Body[];
  readonly bot_id?: string;
  readonly thread_ts?: string;
}

/** A message with what the wire doesn't show. */
export interface StoredMessage {
  readonly wire: Message;
  readonly ephemeralFor?: string | undefined;
}

/** A view as the wire shows it. */
export interface View extends Body {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly blocks: readonly Body[];
  readonly callback_id: string;
  readonly private_metadata: string;
}

/** A view that a user has open. */
export interface StoredView {
  readonly wire: View;
  readonly userId: string;
  readonly pending?: Pending | undefined;
}

/** Where an interaction may be answered without a token. */
export interface Hook {
  readonly pending: Pending;
  readonly at: number;
  /** The message that replace_original is about. */
  originalTs?: string | undefined;
  uses: number;
}

/** A request as it came, with the status that it was given once answered; zero when it never was. */
export interface RequestRecord {
  /** `chat.postMessage`, or `response_url`. */
  readonly method: string;
  readonly body: Body;
  readonly token: string;
  readonly at: number;
  status: number;
  /** Slack's word for what was wrong. */
  error?: string | undefined;
}

/** A file on its way. */
export interface Upload {
  readonly name: string;
  /** Bytes, as announced. */
  readonly length: number;
  text: string | null;
}

/** The workspace, and another one. */
export interface Team {
  readonly id: string;
  readonly domain: string;
}

/** All that the fake Slack knows. */
export interface World {
  readonly options: SlackOptions;
  readonly team: Team;
  readonly bot: User;
  readonly botId: string;
  readonly appId: string;
  readonly scopes: Set<string>;
  readonly events: Set<string>;
  readonly links: (string | RegExp)[];
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** By channel and ts. */
  readonly messages: Map<string, StoredMessage>;
  readonly views: Map<string, StoredView>;
  readonly hooks: Map<string, Hook>;
  readonly triggers: Map<string, { readonly pending: Pending; readonly at: number; isUsed: boolean }>;
  readonly pendings: Pending[];
  readonly requests: RequestRecord[];
  /** Files by id; a text that was not sent yet is null. */
  readonly uploads: Map<string, Upload>;
  /** Files that people share, by id. */
  readonly shared: Map<string, Uint8Array>;
  readonly violations: string[];
  readonly timers: Set<NodeJS.Timeout>;
  /** Slack's error for every call by a token that is no good any more. */
  readonly tokenErrors: Map<'bot' | 'app', string>;
  /** The base that this Slack is reached by, without a slash at the end. */
  base: string;
  /** The clock that windows and deadlines are counted by, in milliseconds. */
  now(): number;
  /** Makes the clock jump. */
  elapse(milliseconds: number): void;
  /** An id with the letter that says what of. */
  nextId(letter: string): string;
  /** A time stamp that no other message has. */
  nextTs(): string;
  /** Sends something to the bot. */
  deliver(delivery: Delivery): void;
}

/** Something to send to the bot: an event, a command, or the use of a button, view or shortcut. */
export interface Delivery {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Body;
  readonly acceptsPayload: boolean;
  readonly pending?: Pending | undefined;
  /** Applies what was acknowledged with; what it throws is noted. */
  acknowledged?(payload: Body): void;
}

/** Makes a world with only the bot in it. */
export function createWorld(options: SlackOptions): World {
  let offset = 0;
  let ids = 0;
  let last = 0;
  const now = () => Date.now() + offset;
  const nextId = (letter: string) => `${letter}${(36 ** 8 + ids++).toString(36).toUpperCase()}`;
  const team = { id: nextId('T'), domain: 'fake' };
  const bot = { id: nextId('U'), name: 'dossier', teamId: team.id, isAdmin: false, isBot: true };
  return {
    ...{ options, team, bot, botId: nextId('B'), appId: nextId('A'), now, nextId },
    ...{ scopes: new Set(options.scopes), events: new Set(options.events), links: [...options.links] },
    users: new Map([[bot.id, bot]]),
    ...{ channels: new Map(), messages: new Map(), views: new Map(), hooks: new Map() },
    ...{
      triggers: new Map(),
      pendings: [],
      uploads: new Map(),
      shared: new Map(),
      requests: [],
      violations: [],
      timers: new Set(),
    },
    ...{ tokenErrors: new Map(), base: '' },
    elapse: (milliseconds) => {
      offset += milliseconds;
    },
    nextTs: () => {
      last = Math.max(last + 1, now() * 1000);
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
    deliver: () => {},
  };
}
