import { type Command, type CommandDeclaration, declare, implement } from '../../src/core/bot/command.ts';
import { findTyped } from '../../src/core/bot/parse.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { replyContext } from '../../src/core/replies/compose-reply.ts';
import { helpOnAll, helpOnOne } from './help-reply.ts';

/** `/help`: the commands with examples from the actual topics, or one command in full. */
export const help = declare({
  name: 'help',
  description: 'List the commands, or explain one',
  visibleTo: 'asker',
  light: true,
  word: 'help',
  options: { command: { description: 'command to explain', position: 0, completes: 'commands' } },
  example: { command: 'brief' },
});

/** The ports of `/help`. */
export interface HelpPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly topics: Pick<TopicCatalog, 'list'>;
  readonly commands: readonly CommandDeclaration[];
}

/** Creates `/help`. */
export function createHelp({ library, topics, commands }: HelpPorts): Command {
  return implement(help, async (context, { command }) => {
    const [first] = await topics.list(context.audience);
    const topic = first ?? { name: 'topic', title: 'the topic' };
    const about = replyContext(library, context, 'help');
    return command === null
      ? helpOnAll(about, { ...context, commands, topic })
      : helpOnOne(about, findTyped(command.replace(/^\//, ''), commands), topic);
  });
}
