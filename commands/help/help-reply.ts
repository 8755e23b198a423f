import type { Command, Subcommand } from '../../src/core/bot/command.ts';
import type { Call } from '../../src/core/bot/core.ts';
import { emptyReply, type Reply } from '../../src/core/replies/reply.ts';

/** All commands, each with an example from the actual topics, and how to follow up. */
export function helpOnAll(call: Call): Reply {
  const items = call.core.commands.map((command) => ({
    id: exampleOf(command, call),
    title: '',
    detail: command.description,
  }));
  return {
    ...helpReply(call),
    headline: 'What you can type',
    items: [
      ...items,
      {
        id: 'And China?',
        title: '',
        detail: 'Any other line is a question; it may follow up on the last one',
      },
      { id: 'more, sources, new', title: '', detail: 'The next points, their sources, a fresh start' },
    ],
  };
}

/** One command: what it does, its actions and options, an example. */
export function helpOnOne(call: Call, command: Command): Reply {
  const actions = Object.entries(command.subcommands ?? {});
  const options = Object.entries(command.options).filter(
    ([name]) => name !== 'action' || actions.length === 0,
  );
  const items = [
    ...actions.map(([name, action]) => ({
      id: usageOf(name, action),
      title: '',
      detail: action.description,
    })),
    ...options.map(([name, { description, choices }]) => ({
      id: name,
      title: '',
      detail: choices ? `${description}: ${choices.join(', ')}` : description,
    })),
  ];
  return {
    ...helpReply(call),
    headline: `/${command.name}: ${command.description}`,
    items,
    note: `Example: ${exampleOf(command, call)}`,
  };
}

/** An action as it is typed, with what may be left out in brackets. */
function usageOf(name: string, { options, required = [] }: Subcommand): string {
  const words = options.map((option) => (required.includes(option) ? option : `[${option}]`));
  return [name, ...words].join(' ');
}

function helpReply({ invocation, coverage }: Call): Reply {
  return emptyReply('list', { conversation: invocation.conversation, command: 'help', coverage });
}

function exampleOf({ example }: Command, { topics }: Call): string {
  return example.replace('{topic}', topics[0]?.name ?? 'topic');
}
