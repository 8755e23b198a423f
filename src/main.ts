import { access, constants, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { createTerminalAdapter } from './adapters/terminal/adapter.ts';
import { localInvocation, singleInvocation } from './adapters/terminal/local-invocation.ts';
import { renderMessage } from './adapters/terminal/render.ts';
import { type Config, readConfig } from './config.ts';
import type { ChatAdapter } from './core/chat/adapter.ts';
import { createChat } from './core/chat/chat.ts';
import type { Asked } from './core/chat/invocation.ts';
import { readWhom } from './core/chat/whom.ts';
import { dispatch, errorReply } from './core/commands/dispatch.ts';
import { type Core, createCall, createCore } from './core/core.ts';
import { createCorpus, type Refusal } from './core/corpus/corpus.ts';
import { loadCorpusFolder } from './core/corpus/corpus-folder.ts';
import { UserError } from './core/errors.ts';
import { composeMessage } from './core/messages/compose.ts';
import { countDocuments } from './core/messages/dates.ts';
import { displayable } from './core/messages/displayable.ts';
import { jsonReply } from './core/messages/json-reply.ts';
import type { Message } from './core/messages/message.ts';
import type { ReplyKind } from './core/messages/reply.ts';
import { createMiniSearchIndex } from './core/search/minisearch-index.ts';
import { type EvaluateOptions, evaluate } from './evaluate.ts';
import { docxReader } from './readers/docx/reader.ts';
import { htmlReader } from './readers/html/reader.ts';
import { markdownReader } from './readers/markdown/reader.ts';
import { pdfReader } from './readers/pdf/reader.ts';
import { textReader } from './readers/text.ts';
import { holdDataDirectory } from './stores/sql/hold-data-directory.ts';
import { openSqliteStore } from './stores/sql/sqlite.ts';

const readers = [textReader, markdownReader, htmlReader, pdfReader, docxReader];
const { stdin, stdout, stderr } = process;
const DAY = 86_400_000; // milliseconds
const now = () => new Date();

/** Starts every platform that is configured; with none, the local chat. Returns when all have ended. */
export async function startEverything(): Promise<void> {
  const config = readConfig();
  await prepareDataDir(config.dataDir);
  const held = holdDataDirectory(config.dataDir);
  try {
    await serve(config, [terminal(config, false)], async (core) => {
      await core.store.starts.record('start', now());
      const call = await createCall(core, localInvocation({ kind: 'line', text: '' }));
      const [topic] = call.topics;
      stdout.write(
        `Dossier serves ${countDocuments(call.coverage)} from ${config.corpusDir} in this chat.\n` +
          `Type ${topic ? `/brief ${topic.name}` : '/sources'}, a question, or /help; the end of input stops it.\n\n`,
      );
    });
  } finally {
    held.release();
  }
}

/** Talks on standard input until it ends. */
export async function startChat({ json }: { json: boolean }): Promise<void> {
  const config = readConfig();
  await serve(config, [terminal(config, json)]);
}

/** Answers one request on standard output, and says of what kind the reply was. */
export async function answerOnce(asked: Asked, json: boolean): Promise<ReplyKind> {
  const config = readConfig();
  const dossier = await open(config, []);
  const message = await dispatch(dossier.core, singleInvocation(asked));
  print(message, { json, colour: colourOn(config) });
  await dossier.close();
  return message.reply.kind;
}

/** Removes what a person, or a channel, left behind, and says how much. */
export async function forgetTraces(whom: { person?: string; channel?: string }): Promise<void> {
  const { dataDir } = readConfig();
  const { person, channel } = whom;
  if ((person === undefined) === (channel === undefined)) {
    throw new UserError('Name a person or a channel: --person or --channel. See dossier forget --help.', {
      code: 'invalid-option',
    });
  }
  const forgotten = person === undefined ? readWhom('channel', channel ?? '') : readWhom('person', person);
  await prepareDataDir(dataDir);
  const { store } = await openSqliteStore(dataDir, now());
  const removed = await store.upkeep.forget(forgotten);
  await store.upkeep.close();
  if (forgotten.platform === 'terminal') await rm(historyFile(dataDir), { force: true });
  stdout.write(`Forgotten: ${removed} conversations, answers and remarks.\n`);
}

/** Reads the corpus and prints what was read of each collection, and every file that is not served. */
export async function listCorpus(): Promise<void> {
  const { corpusDir } = readConfig();
  const corpus = createCorpus(await loadCorpusFolder(corpusDir, readers));
  for (const { id } of corpus.collections) {
    const documents = corpus.documents.filter(({ collection }) => collection === id);
    const passages = documents.reduce((sum, document) => sum + corpus.passages(document.id).length, 0);
    stdout.write(
      `${displayable(id)}: ${countDocuments({ documents: documents.length })}, ${passages} ${passages === 1 ? 'passage' : 'passages'}\n`,
    );
  }
  for (const refusal of corpus.refused) stdout.write(`${sayRefusal(refusal)}\n`);
}

/** What `dossier evaluate` takes besides the folder. */
export type EvaluateFlags = Pick<EvaluateOptions, 'split' | 'out' | 'write'>;

/** Measures the answers on judged sets; the figures go to standard output, progress to standard error. */
export async function evaluateSets(dir: string, flags: EvaluateFlags): Promise<void> {
  await evaluate({
    dir,
    ...flags,
    createIndex: createMiniSearchIndex,
    print: (line) => void stdout.write(`${line}\n`),
    progress: tell,
  });
}

/** Tells why a command line could not be carried out; a defect is told with its stack trace only in DEBUG. */
export function reportError(error: unknown, { command, json }: { command: string; json: boolean }): void {
  const known = error instanceof UserError ? error : toDefect(error);
  const coverage = { documents: 0, newest: null, undated: 0 };
  const invocation = localInvocation({ kind: 'line', text: '' });
  const message = composeMessage(errorReply({ invocation, coverage }, command, known));
  print(message, { json: json && command !== 'chat', colour: false });
}

function toDefect(cause: unknown): UserError {
  const what = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`Something is wrong in Dossier itself: ${what}`, { code: 'defect', cause });
}

function print(message: Message, { json, colour }: { json: boolean; colour: boolean }): void {
  if (json) stdout.write(`${JSON.stringify(jsonReply(message))}\n`);
  else if (message.reply.kind === 'error') tell(message.text);
  else
    stdout.write(
      `${renderMessage(message, { colour, width: stdout.isTTY && stdout.columns ? stdout.columns : undefined })}\n`,
    );
}

function tell(line: string): void {
  stderr.write(`${line}\n`);
}

function colourOn({ colour }: Config): boolean {
  return colour && stdout.isTTY === true;
}

function terminal(config: Config, json: boolean): ChatAdapter {
  return createTerminalAdapter({
    ...{ input: stdin, output: stdout, json, colour: colourOn(config) },
    historyFile: historyFile(config.dataDir),
  });
}

function historyFile(dataDir: string): string {
  return join(dataDir, 'history');
}

/** Runs adapters until each has ended. */
async function serve(
  config: Config,
  adapters: readonly ChatAdapter[],
  greet: (core: Core) => Promise<void> = async () => {},
): Promise<void> {
  const { core, close } = await open(config, adapters);
  const prune = () => core.store.upkeep.prune(new Date(now().valueOf() - config.retentionDays * DAY));
  const pruning = setInterval(() => prune().catch(report), DAY);
  try {
    await prune();
    await greet(core);
    const chat = createChat(core);
    await Promise.all(adapters.map((adapter) => adapter.start(chat)));
    await Promise.all(adapters.map((adapter) => adapter.stop()));
  } finally {
    clearInterval(pruning);
    await close();
  }
}

interface Opened {
  readonly core: Core;
  close(): Promise<void>;
}

/** Settings → data directory → store → corpus → index → core. */
async function open({ corpusDir, dataDir }: Config, adapters: readonly ChatAdapter[]): Promise<Opened> {
  await prepareDataDir(dataDir);
  const { store, notices } = await openSqliteStore(dataDir, now());
  notices.forEach(tell);
  const corpus = createCorpus(await loadCorpusFolder(corpusDir, readers));
  for (const refusal of corpus.refused) tell(sayRefusal(refusal));
  const index = createMiniSearchIndex();
  await index.add(corpus.documents.map((document) => ({ document, passages: corpus.passages(document.id) })));
  const started = now();
  const core = createCore({
    ...{ corpus, index, commands, store, now, report },
    checkedAt: () => started,
    health: () => adapters.map((adapter) => adapter.health()),
  });
  return { core, close: () => store.upkeep.close() };
}

/** One line for the operator, with what lies behind it. */
function report(error: unknown): void {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  const behind = cause instanceof Error && !message.includes(cause.message) ? ` (${cause.message})` : '';
  tell(displayable(`${message}${behind}`));
}

async function prepareDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserError(
      `The data directory ${path} cannot be written. Set DOSSIER_DATA_DIR to a folder that can (see .env.example).`,
      { code: 'no-data-directory', cause },
    );
  }
}

function sayRefusal({ file, reason }: Refusal): string {
  return `Not served: ${displayable(`${file} ${reason}`)}.`;
}
