import type { CommandDeclaration, Subcommand } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import { composeList, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, ListReply, ReplyContext } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';

/** What help is given on, and where. */
export interface Helped extends Pick<RequestContext, 'standsAlone' | 'byMention'> {
  readonly commands: readonly CommandDeclaration[];
  /** The topic of the examples. */
  readonly topic: ExampleTopic;
}

/** A topic that examples name. */
export type ExampleTopic = Pick<Topic, 'name' | 'title'>;

/** Lists all commands that can be typed, each with an example on a topic, and how to follow up. */
export function helpOnAll(context: ReplyContext, { commands, topic, ...where }: Helped): ListReply {
  const visible = commands.filter(({ hidden }) => !hidden);
  const items = visible.map((command) => toItem(exampleOf(command, topic), command.description));
  return composeList(context, { headline: 'Commands', items: [...items, ...followingUp(where)] });
}

function followingUp({ standsAlone, byMention }: Omit<Helped, 'commands' | 'topic'>): readonly Item[] {
  if (standsAlone) return [];
  const [name, any] = byMention ? ['@Dossier ', 'After a mention, any line'] : ['', 'Any other line'];
  return [
    toItem(`${name}And last year?`, `${any} is a question and can follow up on the last one`),
    toItem(
      `${name}more, sources, timeline, why, new`,
      'More points, their sources, by date, why these, a new conversation',
    ),
  ];
}

/** Shows one command: its actions and options, and an example on a topic. */
export function helpOnOne(
  context: ReplyContext,
  command: CommandDeclaration,
  topic: ExampleTopic,
): ListReply {
  const actions = Object.entries(command.subcommands ?? {});
  const options = Object.entries(command.options).filter(
    ([name]) => name !== 'action' || actions.length === 0,
  );
  return composeList(context, {
    headline: `${hint(command.name)}: ${command.description}`,
    items: [
      ...actions.map(([name, action]) => toItem(usageOf(name, action), action.description)),
      ...options.map(([name, { description, choices }]) =>
        toItem(name, choices ? `${description}: ${choices.join(', ')}` : description),
      ),
    ],
    note: `Example: ${exampleOf(command, topic)}`,
  });
}

/** An action as it is typed, its optional parts in brackets. */
function usageOf(name: string, { options, required = [] }: Subcommand): string {
  const words = options.map((option) => (required.includes(option) ? option : `[${option}]`));
  return [name, ...words].join(' ');
}

function exampleOf({ name, example }: CommandDeclaration, topic: ExampleTopic): string {
  const fill = (value: string) =>
    value.replace('{topic}', () => topic.name).replace('{title}', () => topic.title);
  const options = Object.entries(example).map(([option, value]) => [option, fill(value)]);
  return hint(name, Object.fromEntries(options));
}
