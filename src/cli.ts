#!/usr/bin/env node
import { createRequire } from 'node:module';
import { CommanderError, Command as Program } from 'commander';
import { commands } from '../commands/index.ts';
import type { Command } from './core/commands/command.ts';
import { readOptions } from './core/commands/parse.ts';
import { UserError } from './core/errors.ts';
import {
  answerOnce,
  type EvaluateFlags,
  evaluateSets,
  forgetTraces,
  listCorpus,
  reportError,
  startChat,
  startEverything,
} from './main.ts';

const EXIT = { failed: 1, mendable: 2 } as const;
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
    process.exitCode = mendable instanceof UserError ? EXIT.mendable : EXIT.failed;
    reportError(mendable, { command: argv[2] ?? '', json: argv.includes('--json') });
  }
}

function createProgram(): Program {
  const program = new Program('dossier')
    .description('Briefings made only of verbatim, numbered, checkable excerpts from your own documents.')
    .version(packageVersion(), '--version')
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  program
    .command('start')
    .description('start all that is configured; without tokens, the local chat on standard input')
    .action(startEverything);
  program
    .command('chat')
    .description('talk in the terminal, one turn a line')
    .option('--json', 'answer each line with one JSON object (docs/json.md)')
    .action(({ json }: { json?: true }) => startChat({ json: json === true }));
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
    .action((dir: string, flags: EvaluateFlags) => evaluateSets(dir, flags));
  program
    .command('forget')
    .description('remove what a person or a channel left: conversations, answers, feedback')
    .option('--person <person>', 'platform:workspace/user')
    .option('--channel <channel>', 'platform:workspace/channel')
    .action(forgetTraces);
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
    const kind = await answerOnce({ kind: 'command', command: command.name, options: values }, json === true);
    if (kind === 'error') process.exitCode = EXIT.mendable;
  });
}

type Flags = Readonly<Record<string, string>> & { readonly json?: never | true };

function packageVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)('../../package.json');
  return version;
}

function toUserError({ message }: CommanderError): UserError {
  const what = message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.?$/, '.');
  return new UserError(`${what[0]?.toUpperCase()}${what.slice(1)} See dossier --help.`, {
    code: 'invalid-option',
  });
}

/** `dossier sources | head -1` closes the pipe early; that is no failure. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`Cannot write the reply (${error.code}).\n`);
  process.exit(EXIT.failed);
}
