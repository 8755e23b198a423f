import type { CommandDeclaration, Subcommand } from '../../src/core/bot/command.ts';
import { composeList, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, ListReply, ReplyContext } from '../../src/core/replies/reply.ts';

/** Lists all commands that can be typed, each with an example on a topic, and how to follow up. */
export function helpOnAll(
  context: ReplyContext,
  commands: readonly CommandDeclaration[],
  topic: string,
): ListReply {
  const visible = commands.filter(({ hidden }) => !hidden);
  const items = visible.map((command) => toItem(exampleOf(command, topic), command.description));
  return composeList(context, { headline: 'Commands', items: [...items, ...FOLLOWING_UP] });
}

const FOLLOWING_UP: readonly Item[] = [
  toItem('And China?', 'Any other line is a question and can follow up on the last one'),
  toItem('more, sources, why, new', 'More points, their sources, why these, a new conversation'),
];

/** Shows one command: its actions and options, and an example on a topic. */
export function helpOnOne(context: ReplyContext, command: CommandDeclaration, topic: string): ListReply {
  const actions = Object.entries(command.subcommands ?? {});
  const options = Object.entries(command.options).filter(
    ([name]) => name !== 'action' || actions.length === 0,
  );
  return composeList(context, {
    headline: `/${command.name}: ${command.description}`,
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

function exampleOf({ example }: CommandDeclaration, topic: string): string {
  return example.replace('{topic}', topic);
}
