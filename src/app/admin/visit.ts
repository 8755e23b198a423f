import type { ScheduledDigest } from '../../../commands/status/scheduled-digests.ts';
import type { Recipients } from '../../core/bot/recipients.ts';
import type { Message } from '../../core/replies/message.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';
import type { Screen } from './layout.ts';
import type { Manager } from './visitor.ts';

/** Options of a command, as typed. */
export type Given = Readonly<Record<string, string>>;

/** A request for a screen, and what screens are made with: everything on them is asked for by a command. */
export interface Visit {
  readonly manager: Manager;
  /** The path that the server is reached under: empty, or `/desk`. */
  readonly base: string;
  /** What follows the section's path. */
  readonly path: readonly string[];
  /** What the address says after its question mark. */
  readonly query: URLSearchParams;
  /** The fields of a form that is shown again, with what it led to; absent: as it is at first. */
  readonly tried?: { readonly fields: URLSearchParams; readonly message: Message };
  /** Contained in forms. */
  readonly token: string;
  /** Documents can be opened by their addresses. */
  readonly opensDocuments: boolean;
  /** Runs a command for the manager, or in a channel of theirs. */
  ask(command: string, options: Given, channel?: ChannelAddress): Promise<Message>;
  /** Where digests may be sent; null if the operator lets none be sent. */
  readonly recipients: Recipients | null;
  digests(): Promise<readonly ScheduledDigest[]>;
  /** Whether the manager may read here all that a channel may. */
  mayReadAsMuchAs(channel: ChannelAddress): boolean;
}

/** What a form asks for: a command, and the screen that is shown once it was carried out. */
export interface Act {
  readonly command: string;
  readonly options: Given;
  readonly channel?: ChannelAddress;
  /** Below the page's own path. */
  readonly next: string;
}

/** One section of the page. */
export interface Section {
  /** Null if nothing is there. */
  show(visit: Visit): Promise<Screen | null>;
  /** What a form of the section asks for; null if it is none. Absent: it has no forms. */
  act?(visit: Visit, fields: URLSearchParams): Promise<Act | null>;
}
