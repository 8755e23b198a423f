#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { CommanderError, Command as Program } from 'commander';
import { DECLARATIONS } from '../../../commands/index.ts';
import {
  channelInvocation,
  LOCAL_CONVERSATION,
  singleInvocation,
} from '../../adapters/terminal/local-invocation.ts';
import { renderMessage } from '../../adapters/terminal/render.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import { parseOptions } from '../../core/bot/parse-options.ts';
import { NO_COVERAGE } from '../../core/library/coverage.ts';
import { composeMessage } from '../../core/replies/compose-message.ts';
import { composeError } from '../../core/replies/compose-reply.ts';
import { jsonReply } from '../../core/replies/json-reply.ts';
import type { Message } from '../../core/replies/message.ts';
import { fileOf } from '../../core/replies/reply.ts';
import { UserError } from '../../core/text/user-error.ts';
import { loadConfig } from '../config.ts';
import { openDossier } from '../open-dossier.ts';
import { configured, createPosters, isLocalChat } from '../open-platforms.ts';
import { tell } from '../operator.ts';
import { isLocalPlatform, PLATFORMS } from '../platforms.ts';
import { VERSION } from '../version.ts';
import { channelForms, parseChannel } from './channel.ts';
import { EXIT, exitCodeFor, leaveOnClosedPipe, toDefect, toUserError } from './failures.ts';
import { doctor, evaluateSets, forget, listCorpus, runOperatorCommand } from './operator-commands.ts';

const { stdout } = process;
const ALSO_SUBCOMMANDS = new Set([
  ...['brief', 'new', 'ask', 'search', 'sources', 'export', 'topics', 'digest', 'status'],
]);

const EVALUATE_HELP = `
A line of questions.jsonl:
  {"id": "q1", "question": "Who pays?", "evidence": [{"document": "minutes/may.pdf", "text": "The council pays"}]}
A line of dates.jsonl beside it, which is optional:
  {"document": "minutes/may.pdf", "published": "2024-05-04"}
The documents are those in corpus/ beside the file, or the configured ones. Exit code 0 if all was asked, whatever came
out; 2 if the input is wrong (named by file and line); 1 if Dossier failed.`;

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
    .description(
      'Briefs and answers made only of verbatim, numbered, checkable excerpts from your own documents.',
    )
    .version(VERSION, '--version')
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  program
    .command('start')
    .description('start everything that is configured; without tokens, the local chat on standard input')
    .action(async () => (await import('../start.ts')).start());
  program
    .command('chat')
    .description('chat in the terminal, one message per line')
    .option('--json', 'answer each line with one JSON object (docs/json.md)')
    .action(async ({ json }: { json?: true }) => (await import('../start.ts')).chat(json === true));
  addOperatorCommands(program);
  for (const command of DECLARATIONS) if (ALSO_SUBCOMMANDS.has(command.name)) addSubcommand(program, command);
  return program;
}

/** What operators do, as commands of the program. */
function addOperatorCommands(program: Program): void {
  program
    .command('index')
    .description('index the corpus; list what was indexed, what was not, and why')
    .action(listCorpus);
  program
    .command('evaluate')
    .description(
      'measure the answers to your own questions (docs/evaluating.md), or answer quality on judged sets (docs/answers.md)',
    )
    .argument('<dir>', 'folder with questions.jsonl, or of a judged set, or of several of one sort')
    .option('--split <name>', 'questions to use', 'dev')
    .option('--out <file>', 'write the results, one JSON object per question')
    .option('--write <file>', 'update the table of judged sets in a Markdown file')
    .addHelpText('after', EVALUATE_HELP)
    .action(evaluateSets);
  program
    .command('doctor')
    .description('check settings, tokens and scopes; print the bot’s invite link')
    .action(doctor);
  for (const command of PLATFORMS.flatMap(({ operatorCommands = [] }) => operatorCommands))
    program
      .command(command.name)
      .description(command.description)
      .action(() => runOperatorCommand(command));
  program
    .command('forget')
    .description(
      'delete the conversations, answers and feedback of a person, or of a channel with its digests',
    )
    .option('--person <person>', 'platform:workspace/user')
    .option('--channel <channel>', 'platform:workspace/channel')
    .action(forget);
}

/** A slash command on the command line: the same words, or each option as a flag. */
function addSubcommand(program: Program, command: CommandDeclaration): void {
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
  if (command.name === 'digest') subcommand.option('--channel <channel>', channelForms(), 'terminal');
  subcommand.action(async (given: readonly string[], { json, channel, ...flags }: Flags) => {
    const options = { ...parseOptions(given.join(' '), command), ...flags };
    const request = { kind: 'command', command: command.name, options } as const;
    const isDigest = channel !== undefined;
    const invocation = isDigest ? onBehalfOf(channel, request) : singleInvocation(request);
    await answerOnce(invocation, {
      json: json === true,
      posts: isDigest && options.action?.toLowerCase() === 'run',
    });
  });
}

type Flags = Readonly<Record<string, string>> & { readonly json?: never | true };

/** A request of the operator's for a channel. */
function onBehalfOf(channel: string, request: Invocation['request']): Invocation {
  const address = parseChannel(channel);
  return channelInvocation(request, address, { local: isLocalPlatform(address.platform) });
}

/** Answers one request on standard output. */
async function answerOnce(
  invocation: Invocation,
  { json, posts }: { json: boolean; posts: boolean },
): Promise<void> {
  setFlagsFromString('--no-opt'); // ends too soon for optimised code to pay
  const config = loadConfig();
  const remote = posts ? configured(config, (platform) => !isLocalChat(platform)) : [];
  const { dispatch, close } = await openDossier(config, { posters: await createPosters(config, remote) });
  const message = await dispatch(invocation);
  print(message, { json, colour: config.colour && stdout.isTTY === true });
  await close();
  if (message.reply.kind === 'error') process.exitCode = EXIT.mendable;
}

/** Reports why a command line failed. */
function reportError(error: unknown, { command, json }: { command: string; json: boolean }): void {
  const known = error instanceof UserError ? error : toDefect(error);
  const message = composeMessage(
    composeError({ conversation: LOCAL_CONVERSATION, command, coverage: NO_COVERAGE }, known),
  );
  print(message, { json: json && command !== 'chat', colour: false });
}

function print(message: Message, { json, colour }: { json: boolean; colour: boolean }): void {
  const width = stdout.isTTY && stdout.columns ? stdout.columns : undefined;
  if (json) stdout.write(`${JSON.stringify(jsonReply(message))}\n`);
  else if (message.reply.kind === 'error') tell(message.text);
  else stdout.write(`${renderMessage(message, { colour, width })}\n`);
  if (!json && fileOf(message.reply)) tell(message.text);
}
