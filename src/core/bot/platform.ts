import type { Poster } from '../delivery/poster.ts';
import type { ChannelAddress } from '../schedule/channel-address.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { CommandDeclaration } from './command.ts';
import type { SettingsSchema } from './settings.ts';
import type { Spelling } from './spelling.ts';
import type { StartStore } from './start-store.ts';
import type { ErasureTarget } from './upkeep.ts';

/**
 * A chat platform: a folder of src/adapters whose index.ts exports one of these, and a line in src/app/platforms.ts.
 * It is light to import: a platform's client is loaded only by the functions that need it.
 */
export interface PlatformDefinition<Settings extends PlatformSettings = PlatformSettings> {
  /** As in `platform:workspace/channel`. */
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** It runs on this machine: collections that are readable `local` may be quoted, and its user is the operator. */
  readonly local: boolean;
  /** Nobody talks there: it runs only while a digest is scheduled on it. */
  readonly postOnly?: true;
  /** Its chat is a page of the HTTP server: it runs beside the local chat, where only this machine reaches that server. */
  readonly onServer?: true;
  /** Its settings; null if it is not configured. */
  readonly settings: SettingsSchema<Settings>;
  readonly channelId: ChannelIdForm;
  /** How people type commands there; absent: as lines of text. */
  spelling?(settings: Settings): Spelling;
  createAdapter(settings: Settings, environment: AdapterEnvironment): Promise<ChatAdapter>;
  /** Absent: no digests are posted there. */
  createPoster?(settings: Settings, environment: PosterEnvironment): Promise<Poster>;
  /** The channel of an address to which managers of any platform may have digests sent; null if none may be. Absent: they can't. */
  recipient?(settings: Settings, address: string): ChannelAddress | null;
  /** Asks the platform what it says of the settings. */
  doctor?(settings: Settings): Promise<Findings>;
  /** Whether the platform sends its events to the HTTP server. */
  needsServer?(settings: Settings): boolean;
  /** Commands of the program for its operator. */
  readonly operatorCommands?: readonly OperatorCommand[];
  /** Deletes what the platform itself stores in the data directory of a person or a channel. */
  erase?(target: ErasureTarget, dataDir: string): Promise<void>;
}

/** What the settings of every platform contain. */
export interface PlatformSettings {
  /** The URL of the platform's API; null for the platform's own. */
  readonly api: string | null;
}

/** How the operator writes the channels of a platform. */
export interface ChannelIdForm {
  /** One channel as the operator writes it, in a sentence that lists the forms of all platforms. */
  readonly example: string;
  /** The channel that a short form names; null if the text is none of this platform. */
  parseShort?(text: string): ChannelAddress | null;
  /** Why these can't be the ids of one of its channels; null if they can. */
  problemOf(workspace: string, channel: string): string | null;
}

/** The check of a platform whose operators copy ids, by the pattern of `workspace/channel`. */
export function idsLike(pattern: RegExp, platform: string): ChannelIdForm['problemOf'] {
  return (workspace, channel) => {
    const ids = `${workspace}/${channel}`;
    return pattern.test(ids)
      ? null
      : `${ids} is not a channel address on ${platform}. Copy the ids from there.`;
  };
}

/** What a poster is given by the program. */
export interface PosterEnvironment {
  /** How many days buttons stay valid. */
  readonly days: number;
  readonly dataDir: string;
  readonly colour: boolean;
  now(): Date;
  report(error: Error): void;
  /** Absent if nothing is measured. */
  readonly observer?: Observer;
}

/** Is told what the operator may want to measure. */
export interface Observer {
  /** A platform learned that an answer is coming, so many milliseconds after a person asked. */
  acknowledged(milliseconds: number): void;
  /** A platform's API answered with an HTTP status. */
  responded(status: number): void;
}

/** What an adapter is given by the program. */
export interface AdapterEnvironment extends PosterEnvironment {
  /** All commands, the hidden ones too. */
  readonly commands: readonly CommandDeclaration[];
  /** Ids of the people and roles that the operator made managers on this platform. */
  readonly managers: ReadonlySet<string>;
  readonly starts: StartStore;
  /** Null where others reach the HTTP server too, or none listens. */
  readonly localServer: LocalServer | null;
  /** Adds a route to the HTTP server. */
  serve(route: Route): void;
}

/** The HTTP server as its own machine alone reaches it. */
export interface LocalServer {
  /** Its origin, without a slash at the end. */
  readonly address: string;
  /** The hosts by which it is called, with their ports. */
  readonly hosts: ReadonlySet<string>;
}

/** A path of the HTTP server, and who answers it. */
export interface Route {
  /** Exact, or the beginning of others: `/documents/*`. */
  readonly path: string;
  handle(request: Request): Promise<Response>;
}

/** What the checks of a platform found, in sentences for the operator. */
export interface Findings {
  readonly lines: readonly string[];
  /** Whether the bot can run with these settings. */
  readonly ok: boolean;
}

/** A command of the program that a platform adds. */
export interface OperatorCommand {
  readonly name: string;
  readonly description: string;
  /** Returns what is printed. */
  run(context: OperatorContext): Promise<string>;
}

/** What an operator's command is given by the program. */
export interface OperatorContext {
  /** The environment variables, of which the platform parses its own. */
  readonly variables: Variables;
  readonly commands: readonly CommandDeclaration[];
  /** Where others reach the HTTP server; null if it isn't public. */
  readonly publicUrl: string | null;
}

/** Environment variables as they are set. */
export type Variables = Readonly<Record<string, string | undefined>>;
