import type { ChatAdapter } from '../../src/core/bot/chat-adapter.ts';

/** People who are in one channel with the bot. */
export type Person = 'ada' | 'tom';

/** A message of the bot that somebody sees, finished. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  /** Who alone sees it; null where everybody in the channel does. */
  readonly onlyFor: Person | null;
  readonly buttons: readonly string[];
  /** Where its links and the links of its buttons lead. */
  readonly links: readonly string[];
}

/** A file that the bot sent, and who alone sees it. */
export interface SentFile {
  readonly name: string;
  readonly text: string;
  readonly onlyFor: Person | null;
}

/** Replies that one person sees, several people in a channel, a platform that takes no files, and one that refuses a token. */
export type Inability = 'private' | 'people' | 'refuse-files' | 'refuse-token';

/** What an adapter is made of in a test. */
export interface AdapterParts {
  now(): Date;
  report(error: Error): void;
  /** The platform refuses the token. */
  readonly refused?: true;
}

/** A fake platform, and what people do there; each platform has one beside its tests. */
export interface PlatformDriver {
  /** What it cannot do, and why: tests that need it are skipped for that reason. */
  readonly cannot?: Partial<Record<Inability, string>>;
  /** Another adapter of the same bot, as after a restart. */
  createAdapter(parts: AdapterParts): ChatAdapter;
  /** Waits until what people do reaches the adapter. */
  connected(adapter: ChatAdapter): Promise<void>;
  /** Types a command. */
  command(name: string, options: Readonly<Record<string, string>>, by?: Person): void;
  /** Writes a message to the bot, in words. */
  say(text: string, by?: Person): void;
  press(on: Seen, label: string, by?: Person): void;
  /** Presses a button whose value was changed on the way. */
  pressForged(on: Seen, label: string): void;
  /** Presses the same button where it was copied to: in another channel. */
  pressElsewhere(on: Seen, label: string): void;
  /** Presses the button that opens a form, and sends the form with a question in it. */
  askInForm(on: Seen, label: string, question: string): Promise<void>;
  /** Delivers what came last once more. */
  repeat(): void;
  /** Makes the platform fail at the next sends in a way that passes. */
  fail(times: number): void;
  /** Everything that the bot shows, oldest first. */
  seen(): readonly Seen[];
  /** The files that the bot sent, oldest first. */
  files(): readonly SentFile[];
  /** From now on the platform lets the bot send no files. */
  refuseFiles(): void;
  /** How many replies are announced and not there yet. */
  loading(): number;
  /** What the platform would refuse, or people would mind: pings above all. */
  complaints(): readonly string[];
  /** How often an adapter tried to be let in. */
  attempts(): number;
  close(): Promise<void>;
}
