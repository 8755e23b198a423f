#!/usr/bin/env node
import { CommanderError, Command as Program } from 'commander';
import { DECLARATIONS } from '../../../commands/index.ts';
import { LOCAL, LOCAL_CONVERSATION } from '../../adapters/terminal/local-invocation.ts';
import { createComposeFor } from '../../core/bot/spelling.ts';
import { NO_COVERAGE } from '../../core/library/coverage.ts';
import { composeError } from '../../core/replies/compose-reply.ts';
import { UserError } from '../../core/text/user-error.ts';
import { PLATFORMS } from '../platforms.ts';
import { VERSION } from '../version.ts';
import { addChatCommands } from './chat-commands.ts';
import { EXIT, exitCodeFor, leaveOnClosedPipe, toDefect, toUserError } from './failures.ts';
import { addFeedsCommands } from './feeds-commands.ts';
import { addMcpCommands } from './mcp-commands.ts';
import { doctor, evaluateSets, forget, listCorpus, runOperatorCommand } from './operator-commands.ts';
import { print } from './print.ts';
import { shellSpelling } from './shell-spelling.ts';

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
    .action(async ({ json }: { json?: true }) => (await import('../start-local.ts')).chat(json === true));
  addMcpCommands(program);
  addFeedsCommands(program);
  addOperatorCommands(program);
  addChatCommands(program);
  return program;
}

/** What operators do, as commands of the program. */
function addOperatorCommands(program: Program): void {
  program
    .command('index')
    .description('index the corpus; list what was indexed, what was not, and why')
    .argument(
      '[files...]',
      'with --changed: files and folders of the corpus, or - for a list on standard input',
    )
    .option('--changed', 'look at these files alone: index what is new or changed, remove what is gone')
    .action(indexCorpus);
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

async function indexCorpus(files: readonly string[], { changed }: { changed?: true }): Promise<void> {
  if (changed) return (await import('./index-changed.ts')).indexChanged(files);
  if (files.length > 0)
    throw new UserError('To look at some files alone, give --changed before them.', {
      code: 'invalid-option',
    });
  return listCorpus();
}

/** Reports why a command line failed. */
function reportError(error: unknown, { command, json }: { command: string; json: boolean }): void {
  const known = error instanceof UserError ? error : toDefect(error);
  const about = { conversation: LOCAL_CONVERSATION, command, coverage: NO_COVERAGE };
  const compose = createComposeFor(DECLARATIONS, () => shellSpelling([]));
  const message = compose(LOCAL, composeError(about, known));
  print(message, { json: json && command !== 'chat', colour: false });
}
