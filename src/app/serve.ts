import type { Chat, ChatAdapter } from '../core/bot/chat-adapter.ts';
import type { Config } from './config.ts';
import { unreadLine } from './corpus-report.ts';
import { type Dossier, type OpenOptions, openDossier } from './open-dossier.ts';
import { report, tell } from './operator.ts';
import { createPruning } from './pruning.ts';
import { runPlatforms } from './run-platforms.ts';

/** Milliseconds of reading after which questions are answered over what was read; a script's wait for all. */
export const PEOPLE_WAIT = 5000;

const DAY = 86_400_000; // milliseconds

/** How platforms are run. */
export interface ServeOptions extends OpenOptions {
  /** Whether an adapter is the chat at this machine: nobody gets in its user's way, and signals end it at once. */
  isLocal(adapter: ChatAdapter): boolean;
  /** Called when everything is ready. */
  greet?(dossier: Dossier): Promise<void>;
  /** Measures what is asked. */
  readonly meter?: { chat(chat: Chat): Chat } & NonNullable<OpenOptions['meter']>;
  /** Runs alongside the platforms, and is stopped with them. */
  alongside?(dossier: Dossier): Promise<Alongside>;
}

/** What runs alongside the platforms. */
export interface Alongside {
  stop(): Promise<void>;
}

/** Runs platforms until each has ended or the process is asked to; meanwhile it watches the documents and deletes old data. */
export async function serve(
  config: Config,
  { isLocal, greet, alongside, ...options }: ServeOptions,
): Promise<void> {
  const measured = (chat: Chat) => options.meter?.chat(chat) ?? chat;
  const dossier = await openDossier(config, { ...options, looks: alongside !== undefined });
  const { documents, adapters, close } = dossier;
  const unread = unreadLine(documents.library);
  if (unread !== null) tell(unread);
  const { store, clock } = dossier;
  const kept = config.retentionDays * DAY;
  const { prune, scan } = createPruning({ store, documents, kept, now: clock.now, report });
  const pruning = setInterval(prune, DAY);
  const { watchCorpus } = await import('./corpus-watcher.ts'); // a single command watches nothing
  const watcher = await watchCorpus(config.corpusDir, { scan, report });
  documents.follow();
  const pruned = prune(); // it may take a while, and nobody need wait for it
  try {
    await greet?.(dossier);
    const running = await alongside?.(dossier);
    await runPlatforms(adapters, {
      chatFor: (adapter) => measured(dossier.chatFor(!isLocal(adapter))),
      onSignals: !adapters.every(isLocal),
      stopAlongside: async () => running?.stop(),
    });
  } finally {
    clearInterval(pruning);
    await Promise.all([pruned, watcher.stop()]);
    await close();
  }
}
