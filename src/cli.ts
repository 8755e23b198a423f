#!/usr/bin/env node
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { CommanderError, Command as Program } from 'commander';
import { commands } from '../commands/index.ts';
import { createTerminalAdapter } from './adapters/terminal/adapter.ts';
import { localInvocation, singleInvocation } from './adapters/terminal/local-invocation.ts';
import { renderMessage } from './adapters/terminal/render.ts';
import { EXIT, exitCodeFor, leaveOnClosedPipe, toDefect, toUserError } from './command-line-failures.ts';
import { type Config, readConfig } from './config.ts';
import type { ChatAdapter } from './core/chat/adapter.ts';
import type { Asked } from './core/chat/invocation.ts';
import { readWhom } from './core/chat/whom.ts';
import type { Command } from './core/commands/command.ts';
import { dispatch, errorReply } from './core/commands/dispatch.ts';
import { readOptions } from './core/commands/parse.ts';
import { type Core, createCall } from './core/core.ts';
import { UserError } from './core/errors.ts';
import { composeMessage } from './core/messages/compose.ts';
import { countDocuments } from './core/messages/dates.ts';
import { displayable } from './core/messages/displayable.ts';
import { jsonReply } from './core/messages/json-reply.ts';
import type { Message } from './core/messages/message.ts';
import { corpusLines } from './corpus-report.ts';
import type { EvaluateOptions } from './evaluate.ts';
import {
  type AdaptersFor,
  discord,
  openDocuments,
  openDossier,
  openStore,
  prepareDataDir,
  serve,
  tell,
  VERSION,
} from './main.ts';
import { holdDataDirectory } from './stores/sql/hold-data-directory.ts';

const { stdin, stdout } = process;
const ALSO_SUBCOMMANDS = new Set(['brief', 'ask', 'search', 'sources', 'topics']);

await run(process.argv);

/** Runs one command line. What the user can mend ends in exit code 2, anything else in 1. */
async function run(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveOnClosedPipe);
  try {
    await createProgram().parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    if (error instanceof CommanderError && error.code === 'commander.help') {
      process.exitCode = EXIT.mendable; // no command: commander has shown the help
      return;
    }
    const mendable = error instanceof CommanderError ? toUserError(error) : error;
    process.exitCode = exitCodeFor(mendable);
    reportError(mendable, { command: argv[2] ?? '', json: argv.includes('--json') });
  }
}

function createProgram(): Program {
  const program = new Program('dossier')
    .description('Briefings made only of verbatim, numbered, checkable excerpts from your own documents.')
    .version(VERSION, '--version')
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  program
    .command('start')
    .description('start all that is configured; without tokens, the local chat on standard input')
    .action(start);
  program
    .command('chat')
    .description('talk in the terminal, one turn a line')
    .option('--json', 'answer each line with one JSON object (docs/json.md)')
    .action(({ json }: { json?: true }) => chat(json === true));
  program
    .command('index')
    .description('read the corpus and say what was read, what was refused, and why')
    .action(listCorpus);
  program
    .command('evaluate')
    .description('measure the answers on a judged set, or on a folder of them (docs/answers.md)')
    .argument('<dir>', 'the folder')
    .option('--split <name>', 'which queries', 'dev')
    .option('--out <file>', 'write the run of one set, a JSON object a line')
    .option('--write <file>', 'replace the table in a Markdown file')
    .action(evaluateSets);
  program
    .command('doctor')
    .description('check the settings and what the platforms say to them; prints how to invite the bot')
    .action(doctor);
  program
    .command('forget')
    .description('remove what a person or a channel left: conversations, answers, feedback')
    .option('--person <person>', 'platform:workspace/user')
    .option('--channel <channel>', 'platform:workspace/channel')
    .action(forget);
  for (const command of commands) if (ALSO_SUBCOMMANDS.has(command.name)) addSubcommand(program, command);
  return program;
}

/** A slash command on the command line: the same words, or each option as a flag. */
function addSubcommand(program: Program, command: Command): void {
  const options = Object.entries(command.options);
  const words = options.filter(([, { position }]) => position !== undefined).map(([name]) => name);
  const subcommand = program
    .command(command.name)
    .description(command.description)
    .argument('[words...]', words.join(', then '))
    .option('--json', 'print the reply as JSON (docs/json.md)');
  for (const [name, { description, choices }] of options) {
    subcommand.option(`--${name} <${name}>`, choices ? `${description}: ${choices.join(', ')}` : description);
  }
  subcommand.action(async (given: readonly string[], { json, ...flags }: Flags) => {
    const values = { ...readOptions(given.join(' '), command), ...flags };
    await answerOnce({ kind: 'command', command: command.name, options: values }, json === true);
  });
}

type Flags = Readonly<Record<string, string>> & { readonly json?: never | true };

/** Starts every platform that is configured; with none, the local chat. Returns when all have ended. */
async function start(): Promise<void> {
  const config = readConfig();
  await prepareDataDir(config.dataDir);
  const held = holdDataDirectory(config.dataDir);
  try {
    const platforms: AdaptersFor = async (store) =>
      config.discord ? [await discord(config.discord, config, store)] : [terminal(config, false)];
    await serve(config, platforms, (core) => greet(core, config));
  } finally {
    held.release();
  }
}

async function greet(core: Core, { corpusDir, discord: onDiscord }: Config): Promise<void> {
  await core.store.starts.record('start', core.now()).catch(core.report);
  const { topics, coverage } = await createCall(core, localInvocation({ kind: 'line', text: '' }));
  if (onDiscord) {
    stdout.write(`Dossier serves ${countDocuments(coverage)} from ${corpusDir} on Discord.\n`);
    return;
  }
  const example = topics[0] ? `/brief ${topics[0].name}` : '/sources';
  stdout.write(
    `Dossier serves ${countDocuments(coverage)} from ${corpusDir} in this chat.\n` +
      `Type ${example}, a question, or /help; the end of input stops it.\n\n`,
  );
}

/** Talks on standard input until it ends. */
async function chat(json: boolean): Promise<void> {
  const config = readConfig();
  await serve(config, async () => [terminal(config, json)]);
}

/** Answers one request on standard output. */
async function answerOnce(asked: Asked, json: boolean): Promise<void> {
  setFlagsFromString('--no-opt'); // ends too soon for optimised code to pay
  const config = readConfig();
  const { core, close } = await openDossier(config);
  const message = await dispatch(core, singleInvocation(asked));
  print(message, { json, colour: colourOn(config) });
  await close();
  if (message.reply.kind === 'error') process.exitCode = EXIT.mendable;
}

/** Reads the corpus and prints what was read of each collection, and every file that is not served. */
async function listCorpus(): Promise<void> {
  const config = readConfig();
  const { corpus, close } = await openDocuments(config, null);
  await close();
  for (const line of corpusLines(corpus)) stdout.write(`${line}\n`);
}

/** Says whether everything is set up, and what to do where it is not. */
async function doctor(): Promise<void> {
  const config = readConfig();
  await prepareDataDir(config.dataDir);
  const { corpus, close } = await openDocuments(config, null);
  await close();
  const platform = config.discord
    ? await (await import('./adapters/discord/doctor.ts')).examineDiscord(config.discord)
    : { lines: ['Discord: DISCORD_TOKEN is not set (docs/discord.md).'], well: true };
  const findings = [...corpusLines(corpus), ...platform.lines];
  for (const line of findings) stdout.write(`${displayable(line)}\n`);
  if (!platform.well) process.exitCode = EXIT.mendable;
}

/** Removes what a person, or a channel, left behind, and says how much. */
async function forget({ person, channel }: { person?: string; channel?: string }): Promise<void> {
  const { dataDir } = readConfig();
  if ((person === undefined) === (channel === undefined)) {
    throw new UserError('Name a person or a channel: --person or --channel. See dossier forget --help.', {
      code: 'invalid-option',
    });
  }
  const whom = person === undefined ? readWhom('channel', channel ?? '') : readWhom('person', person);
  const store = await openStore(dataDir);
  const removed = await store.upkeep.forget(whom);
  await store.upkeep.close();
  if (whom.platform === 'terminal') await rm(historyFile(dataDir), { force: true });
  stdout.write(`Forgotten: ${removed} conversations, answers and remarks.\n`);
}

type EvaluateFlags = Pick<EvaluateOptions, 'split' | 'out' | 'write'>;

/** Measures the answers on judged sets; the figures go to standard output, progress to standard error. */
async function evaluateSets(dir: string, flags: EvaluateFlags): Promise<void> {
  const [{ evaluate }, { createMiniSearchIndex }] = await Promise.all([
    import('./evaluate.ts'),
    import('./core/search/minisearch-index.ts'),
  ]);
  const print = (line: string) => void stdout.write(`${line}\n`);
  await evaluate({ dir, ...flags, createIndex: createMiniSearchIndex, print, progress: tell });
}

/** Tells why a command line could not be carried out. */
function reportError(error: unknown, { command, json }: { command: string; json: boolean }): void {
  const known = error instanceof UserError ? error : toDefect(error);
  const coverage = { documents: 0, newest: null, undated: 0 };
  const invocation = localInvocation({ kind: 'line', text: '' });
  const message = composeMessage(errorReply({ invocation, coverage }, command, known));
  print(message, { json: json && command !== 'chat', colour: false });
}

function print(message: Message, { json, colour }: { json: boolean; colour: boolean }): void {
  const width = stdout.isTTY && stdout.columns ? stdout.columns : undefined;
  if (json) stdout.write(`${JSON.stringify(jsonReply(message))}\n`);
  else if (message.reply.kind === 'error') tell(message.text);
  else stdout.write(`${renderMessage(message, { colour, width })}\n`);
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
