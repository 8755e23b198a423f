import type { Audience } from '../library/audience.ts';
import { composeMessage } from '../replies/compose-message.ts';
import type { Message } from '../replies/message.ts';
import type { Reply } from '../replies/reply.ts';
import { NO_PAGES, type SourcePages, withPages } from '../replies/source-pages.ts';
import { spellReply } from '../replies/spell-reply.ts';
import { channelOf, type Hint, replaceHints, timeOf } from '../text/hint.ts';
import { unquote } from '../text/quotation-marks.ts';
import type { CommandDeclaration } from './command.ts';

/** How a platform has people type commands, for what Dossier says there. */
export interface Spelling {
  /** A command: `/brief`; with an action `/digest pause`. `first` is the action that it has by itself. */
  command(name: string, action: string | null, first?: string): string;
  option(name: string, value: string): string;
  /** The value of an option that needs no name at its place; null where every option is named. */
  bare(value: string, isRest: boolean): string | null;
  /** A moment, as each reader's clock says it; absent: in the words given. */
  time?(at: Date, words: string): string;
  /** A channel, by the name that each reader sees it under; absent: in the words given. */
  channel?(id: string, words: string): string;
  /** Says how to go on from a reply; absent: by the words of a chat. */
  goOn?(reply: Reply): string;
}

/** Writes the commands that a text names as they are typed somewhere. */
export type Spell = (text: string) => string;

/** Composes a message for those who read it: in the spelling of their platform, with links that they can open. */
export type ComposeFor = (audience: Audience, reply: Reply) => Message;

/** Lines of text: `/brief nato-asia style:timeline`. */
export const TYPED: Spelling = {
  command: (name, action) => words(`/${name}`, action),
  option: (name, value) => `${name}:${quoted(value)}`,
  bare: (value, isRest) => (isRest ? value : quoted(value)),
};

/** Creates what composes messages on every platform. */
export function createComposeFor(
  commands: readonly CommandDeclaration[],
  spellingOf: (platform: string) => Spelling = () => TYPED,
  pages: SourcePages = NO_PAGES,
): ComposeFor {
  return (audience, reply) => {
    const spelling = spellingOf(audience.platform);
    const spelled = spellReply(reply, createSpell(commands, spelling));
    return composeMessage(spelled, {
      goOn: spelling.goOn?.(spelled),
      shown: withPages(spelled, pages, audience),
    });
  };
}

/** Creates what writes commands, of which these are all, in a spelling. */
export function createSpell(commands: readonly CommandDeclaration[], spelling: Spelling): Spell {
  return (text) => replaceHints(text, (hint) => write(hint, commands, spelling));
}

function write(
  { command: name, options }: Hint,
  commands: readonly CommandDeclaration[],
  spelling: Spelling,
): string {
  const time = timeOf({ command: name, options });
  if (time) return spelling.time?.(time.at, time.words) ?? time.words;
  const channel = channelOf({ command: name, options });
  if (channel) return spelling.channel?.(channel.id, channel.words) ?? channel.words;
  const command = commands.find((known) => known.name === name);
  const given = Object.entries(options);
  if (!command) return words(...given.map(([option, value]) => spelling.option(option, value)));
  const action = command.subcommands ? (options.action ?? null) : null;
  const others = given.filter(([option]) => action === null || option !== 'action');
  const [first] = Object.keys(command.subcommands ?? {});
  return words(spelling.command(name, action, first), ...writeOptions(command, others, spelling));
}

type Given = readonly [name: string, value: string];

/** Options that need no name come first, whatever takes the rest of the line last. */
function writeOptions(command: CommandDeclaration, given: readonly Given[], spelling: Spelling): string[] {
  const first: string[] = [];
  const named: string[] = [];
  const rest: string[] = [];
  let place = given.length > 0 && command.subcommands ? 1 : 0;
  for (const [name, value] of given) {
    const option = placed(command, name);
    const isRest = option?.rest === true;
    const isNext = option?.position === place && place < NAMED_FROM;
    const bare = isRest || isNext ? spelling.bare(value, isRest) : null;
    if (bare === null) named.push(spelling.option(name, value));
    else (isRest ? rest : first).push(bare);
    if (isNext) place++;
  }
  return [...first, ...named, ...rest];
}

const NAMED_FROM = 2; // the place from which options are easier to read with their names

/** The option at whose place one is typed without its name. */
function placed({ options }: CommandDeclaration, name: string) {
  const own = options[name];
  if (own?.position !== undefined) return own;
  return Object.values(options).find(({ standsFor }) => standsFor?.includes(name));
}

function quoted(value: string): string {
  return /\s/.test(value) && unquote(value) === value ? `"${value.replaceAll('"', '”')}"` : value;
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
