import { setFlagsFromString } from 'node:v8';
import type { Command as Program } from 'commander';
import { DECLARATIONS } from '../../../commands/index.ts';
import { channelInvocation, LOCAL, singleInvocation } from '../../adapters/terminal/local-invocation.ts';
import { type CommandDeclaration, PRIVATE } from '../../core/bot/command.ts';
import type { DigestFeeds } from '../../core/bot/digest-feeds.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import { parseArguments } from '../../core/bot/parse-options.ts';
import { findTopic } from '../../core/library/topics/find-topic.ts';
import { fileOf, questionOf, type StorableReply } from '../../core/replies/reply.ts';
import { UserError } from '../../core/text/user-error.ts';
import { type Config, loadConfig } from '../config.ts';
import { type Dossier, openDossier, postedTo } from '../open-dossier.ts';
import { configured, createPosters, isLocalChat } from '../open-platforms.ts';
import { say } from '../operator.ts';
import { isLocalPlatform } from '../platforms.ts';
import { channelForms, parseChannel } from './channel.ts';
import { EXIT } from './failures.ts';
import { tellEachSecond, withFiles, writeReplyFile } from './list-file.ts';
import { print } from './print.ts';
import { shellSpelling } from './shell-spelling.ts';

type Flags = Readonly<Record<string, string>> & {
  readonly json?: never | true;
  readonly more?: never | true;
};

const CONTINUED = new Set(['brief', 'new', 'ask']); // commands that `--more` goes on from

/** Adds each command of the chat to the program: the same words, or each option as a flag. Commander itself is `help`. */
export function addChatCommands(program: Program): void {
  for (const command of DECLARATIONS)
    if (!command.hidden && command.name !== 'help') addChatCommand(program, command);
}

function addChatCommand(program: Program, command: CommandDeclaration): void {
  const options = Object.entries(command.options).filter(([, option]) => option !== PRIVATE); // one person reads here
  const words = options.filter(([, { position }]) => position !== undefined).map(([name]) => name);
  const subcommand = program
    .command(command.name)
    .description(command.description)
    .argument('[words...]', words.join(', then '))
    .option('--json', 'print the reply as JSON (docs/json.md)');
  if (CONTINUED.has(command.name))
    subcommand.option('--more', 'show what follows the last reply to the same');
  if (options.some(([, { file }]) => file))
    subcommand.option('--write <file>', 'write the table to a file instead of printing it');
  for (const [name, { description, choices, file }] of options) {
    const value = file ? 'file' : name;
    subcommand.option(
      `--${name} <${value}>`,
      choices ? `${description}: ${choices.join(', ')}` : description,
    );
  }
  if (command.name === 'digest') subcommand.option('--channel <channel>', channelForms(), 'terminal');
  subcommand.action(async (given: readonly string[], { json, more, channel, write, ...flags }: Flags) => {
    const typed = await withFiles(flags, command.options);
    const asked = { ...formatOf(write, command), ...parseArguments(given, command), ...typed };
    const request = { kind: 'command', command: command.name, options: asked } as const;
    const isDigest = channel !== undefined;
    const invocation = isDigest ? onBehalfOf(channel, request) : singleInvocation(request);
    await answerOnce(invocation, {
      ...{ json: json === true, more: more === true },
      posts: isDigest && asked.action?.toLowerCase() === 'run',
      ...(isDigest && channel !== 'terminal' && { channel }),
      ...(write !== undefined && { write }),
    });
  });
}

/** The format that the name of a file asks for, if a command writes it; another ending is a UserError. */
function formatOf(
  write: string | undefined,
  { options }: CommandDeclaration,
): Readonly<Record<string, string>> {
  const formats = options.format?.choices ?? [];
  if (write === undefined || formats.length === 0) return {};
  const format = formats.find((each) => write.toLowerCase().endsWith(`.${each}`));
  if (format !== undefined) return { format };
  const endings = formats.map((each) => `.${each}`).join(' or ');
  throw new UserError(`A table is written to a file that ends in ${endings}.`, { code: 'invalid-option' });
}

/** A request of the operator's for a channel. */
function onBehalfOf(channel: string, request: Invocation['request']): Invocation {
  const address = parseChannel(channel);
  return channelInvocation(request, address, { local: isLocalPlatform(address.platform) });
}

interface Manner {
  readonly json: boolean;
  readonly more: boolean;
  readonly posts: boolean;
  /** Whose digests it is about, if not the terminal's. */
  readonly channel?: string;
  /** Where a file that comes with the reply is written; absent: it is printed. */
  readonly write?: string;
}

/** Answers one request on standard output. */
async function answerOnce(
  invocation: Invocation,
  { json, more, posts, channel, write }: Manner,
): Promise<void> {
  setFlagsFromString('--no-opt'); // ends too soon for optimised code to pay
  const config = loadConfig();
  warnOfSilence(config, invocation);
  const remote = posts ? configured(config, (platform) => !isLocalChat(platform)) : [];
  const line = process.argv.slice(2).filter((word) => word !== '--more' && word !== '--json');
  const dossier = await openDossier(config, {
    reading: { asStored: true },
    posters: await createPosters(config, remote),
    spelling: shellSpelling(line, channel),
    ...(asksForFeed(invocation) && { feeds: await feedsOf(config) }),
    searchProgress: tellEachSecond((done, of) => `Searching documents: ${done} of ${of}.`),
  });
  const message = await dossier.dispatch(more ? await following(dossier, invocation) : invocation);
  const file = write === undefined ? null : fileOf(message.reply);
  if (write !== undefined && file !== null) {
    await writeReplyFile(write, file.text);
    say(message.text);
  } else print(message, { json, colour: config.colour && process.stdout.isTTY === true });
  await dossier.close();
  if (message.reply.kind === 'error') process.exitCode = EXIT.mendable;
}

/** Tells whoever orders a digest for a platform that is not configured here: nothing would be posted. */
function warnOfSilence(config: Config, { request, audience: { platform } }: Invocation): void {
  if (request.kind !== 'command' || request.command !== 'digest') return;
  const posts = ['add', 'run', 'resume'].includes(request.options.action?.toLowerCase() ?? '');
  if (posts && !postedTo(config).includes(platform))
    say(`Nothing is posted to ${platform} until it is configured: "dossier doctor" says what is missing.`);
}

function asksForFeed({ request }: Invocation): boolean {
  return request.kind === 'command' && request.options.action?.toLowerCase() === 'feed';
}

/** The addresses of feeds, which only that command names. */
async function feedsOf(config: Config): Promise<DigestFeeds> {
  return (await import('../pages/link-secret.ts')).openFeedLinks(config);
}

/** The request for what follows the last reply to the same request, which is answered first if it never was. */
async function following(dossier: Dossier, invocation: Invocation): Promise<Invocation> {
  const { standsAlone: _, ...place } = invocation;
  const replyTo = (await lastReply(dossier, invocation)) ?? (await firstReply(dossier, invocation));
  const request = { kind: 'command', command: 'more', options: {} } as const;
  return replyTo === null ? invocation : { ...place, request, replyTo };
}

const LOOKED_AT = 50; // replies on the command line

async function lastReply(
  { store, topics }: Dossier,
  { request, conversation }: Invocation,
): Promise<string | null> {
  if (request.kind !== 'command') return null;
  const { topic, question } = request.options;
  const name = topic === undefined ? null : findTopic(topic, await topics.list(LOCAL)).name;
  const isSame = (reply: StorableReply) =>
    question === undefined ? reply.kind === 'brief' && reply.topic === name : questionOf(reply) === question;
  const replies = await store.answers.list(LOCAL, conversation, { user: LOCAL.user, limit: LOOKED_AT });
  return replies.find(({ reply }) => isSame(reply))?.id ?? null;
}

async function firstReply({ dispatch }: Dossier, invocation: Invocation): Promise<string | null> {
  const { reply } = await dispatch(invocation);
  return reply.kind === 'error' ? null : reply.id;
}
