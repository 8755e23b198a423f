import { access, constants, mkdir } from 'node:fs/promises';
import { commands } from '../commands/index.ts';
import { createTerminalAdapter } from './adapters/terminal/adapter.ts';
import { localInvocation } from './adapters/terminal/local-invocation.ts';
import { renderMessage } from './adapters/terminal/render.ts';
import { type Config, readConfig } from './config.ts';
import type { ChatAdapter } from './core/chat/adapter.ts';
import type { Asked, Invocation } from './core/chat/invocation.ts';
import { dispatch, errorReply } from './core/commands/dispatch.ts';
import { type Core, coverageOf, createCore } from './core/core.ts';
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

const readers = [textReader, markdownReader, htmlReader, pdfReader, docxReader];
const { stdin, stdout, stderr } = process;

/** Starts every platform that is configured; with none, the local chat. Returns when all have ended. */
export async function startEverything(): Promise<void> {
  const config = readConfig();
  const core = await openCore(config);
  const invocation = localInvocation({ kind: 'line', text: '' });
  const [topic] = core.topicsFor(invocation);
  const { documents } = coverageOf(core.searchFor(invocation));
  stdout.write(`Dossier serves ${countDocuments({ documents })} from ${config.corpusDir} in this chat.\n`);
  stdout.write(
    `Type ${topic ? `/brief ${topic.name}` : '/sources'}, a question, or /help; the end of input stops it.\n\n`,
  );
  await talk(
    core,
    createTerminalAdapter({ input: stdin, output: stdout, json: false, colour: colourOn(config) }),
  );
}

/** Talks on standard input until it ends. */
export async function startChat({ json }: { json: boolean }): Promise<void> {
  const config = readConfig();
  const core = await openCore(config);
  await talk(core, createTerminalAdapter({ input: stdin, output: stdout, json, colour: colourOn(config) }));
}

/** Answers one request on standard output, and says of what kind the reply was. */
export async function answerOnce(asked: Asked, json: boolean): Promise<ReplyKind> {
  const config = readConfig();
  const message = await dispatch(await openCore(config), localInvocation(asked));
  print(message, { json, colour: colourOn(config) });
  return message.reply.kind;
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
    progress: (line) => void stderr.write(`${line}\n`),
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

/** A defect is told in the chat and to the operator; the chat goes on. */
function defectMessage(invocation: Invocation, error: unknown): Message {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const coverage = { documents: 0, newest: null, undated: 0 };
  return composeMessage(errorReply({ invocation, coverage }, 'chat', toDefect(error)));
}

function toDefect(cause: unknown): UserError {
  const what = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`Something is wrong in Dossier itself: ${what}`, { code: 'defect', cause });
}

function print(message: Message, { json, colour }: { json: boolean; colour: boolean }): void {
  if (json) stdout.write(`${JSON.stringify(jsonReply(message))}\n`);
  else if (message.reply.kind === 'error') stderr.write(`${message.text}\n`);
  else
    stdout.write(
      `${renderMessage(message, { colour, width: stdout.isTTY && stdout.columns ? stdout.columns : undefined })}\n`,
    );
}

function colourOn({ colour }: Config): boolean {
  return colour && stdout.isTTY === true;
}

async function talk(core: Core, adapter: ChatAdapter): Promise<void> {
  await adapter.start((invocation) =>
    dispatch(core, invocation).catch((error) => defectMessage(invocation, error)),
  );
  await adapter.stop();
}

/** Settings → data directory → corpus → index → core. */
async function openCore({ corpusDir, dataDir }: Config): Promise<Core> {
  await prepareDataDir(dataDir);
  const corpus = createCorpus(await loadCorpusFolder(corpusDir, readers));
  for (const refusal of corpus.refused) stderr.write(`${sayRefusal(refusal)}\n`);
  const index = createMiniSearchIndex();
  await index.add(corpus.documents.map((document) => ({ document, passages: corpus.passages(document.id) })));
  return createCore({ corpus, index, commands });
}

async function prepareDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
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
