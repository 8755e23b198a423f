import { beforeEach, describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { toRegistered } from '../../../src/adapters/discord/commands.ts';
import { isRegistered } from '../../../src/adapters/discord/registration.ts';
import { type CommandDeclaration, declare } from '../../../src/core/bot/command.ts';
import { commandsProblems } from '../../fakes/discord/command-limits.ts';
import { bodiesOf } from '../../fakes/json.ts';
import { type Bot, startBot } from './bot.ts';

const registered = (all: readonly CommandDeclaration[] = DECLARATIONS) =>
  bodiesOf(toRegistered(all, 'global'));
const topics = () => bodiesOf(registered().find(({ name }) => name === 'topics')?.options);

describe('a command with actions', () => {
  test('is registered as subcommands, each with the options that fit it', () => {
    const shape = topics().map(({ type, name, options }) => [
      ...[type, name],
      bodiesOf(options).map((option) => `${String(option.name)}${option.required === true ? '!' : ''}`),
    ]);
    expect(shape).toEqual([
      [1, 'list', []],
      [1, 'show', ['name!']],
      [1, 'try', ['query!']],
      [1, 'add', ['name!', 'query!', 'title']],
      [1, 'edit', ['name!', 'query', 'title']],
      [1, 'remove', ['name!']],
    ]);
    expect(bodiesOf(topics()[1]?.options)[0]).toMatchObject({ type: 3, autocomplete: true });
  });

  test('tells actions for every value of its action, and options that it has', () => {
    for (const { subcommands, options } of DECLARATIONS) {
      if (!subcommands) continue;
      expect(Object.keys(subcommands)).toEqual(options.action?.choices);
      for (const action of Object.values(subcommands)) {
        const others = Object.keys(options).filter((name) => name !== 'action');
        expect(others).toEqual(expect.arrayContaining([...action.options]));
        expect(action.options).toEqual(expect.arrayContaining([...(action.required ?? [])]));
      }
    }
  });

  test('stays within Discord’s limits, however much its author wrote', () => {
    const long = { description: 'x'.repeat(300) };
    const many = Array.from({ length: 25 }, (_, nth) => [`action-${nth}`, { ...long, options: ['b', 'a'] }]);
    const command = declare({
      ...{ name: 'much', description: 'Much', visibleTo: 'asker', example: {} },
      options: { action: long, a: { ...long, required: true }, b: { description: 'b' } },
      subcommands: Object.fromEntries(
        many.map(([name, each]) => [name, { ...Object(each), required: ['a'] }]),
      ),
    });
    const problems = commandsProblems(registered([...DECLARATIONS, command]));
    expect(problems.filter(({ code }) => code !== 'APPLICATION_COMMAND_TOO_LARGE')).toEqual([]);
    expect(commandsProblems(registered())).toEqual([]);
  });

  test('is recognised as it comes back from Discord', () => {
    const wanted = toRegistered(DECLARATIONS, 'global');
    const found = registered().map((command, id) => ({
      ...{ ...command, id },
      options: bodiesOf(command.options).map(({ options, ...rest }) => {
        const inner = bodiesOf(options).map(({ required, ...each }) =>
          required ? { ...each, required } : each,
        );
        return inner.length > 0 ? { ...rest, options: inner } : rest;
      }),
    }));
    expect(isRegistered(wanted, found)).toBe(true);
    const [first, ...others] = DECLARATIONS.filter(({ name }) => name === 'topics');
    const changed = { ...Object(first), subcommands: { list: { description: 'Other', options: [] } } };
    const rest = DECLARATIONS.filter(({ name }) => name !== 'topics');
    expect(isRegistered(toRegistered([...rest, ...others, changed], 'global'), found)).toBe(false);
  });
});

describe('a subcommand', () => {
  let bot: Bot;
  const text = async (command: string, options = {}, user = bot.discord.ids.manager) =>
    bot.discord.textOf(await bot.ask(command, options, { user }));

  beforeEach(async () => {
    bot = await startBot();
    return () => expect(bot.discord.violations).toEqual([]);
  });

  test('does what its action does', async () => {
    expect(await text('topics list')).toContain('nato-asia');
    expect(await text('topics show', { name: 'nato-asia' })).toContain('NATO in the Asia-Pacific');
    expect(await text('topics add', { name: 'tokyo', query: 'liaison office Tokyo' })).toContain('Added');
    expect(await text('topics edit', { name: 'tokyo', title: 'In Tokyo' })).toContain('In Tokyo');
    expect(await text('topics remove', { name: 'tokyo' })).toContain('Removed');
  });

  test('completes its options', async () => {
    const handle = bot.discord.autocomplete({ command: 'topics show', focused: 'name', value: 'nato-a' });
    expect((await handle.choices()).map(({ value }) => value)).toEqual(['nato-asia']);
  });

  test('is explained by /help with the others', async () => {
    const help = await text('help', { command: 'topics' });
    expect(help).toContain('Add a topic for everyone here');
    expect(help).toMatch(/add name query \\\[title\\\]/);
    expect(help).not.toContain('what to do');
  });
});

test('the flat form is understood too, as of a registration of before', async () => {
  const { discord, ask } = await startBot();
  const options = [
    { type: 3, name: 'action', description: 'what to do' },
    { type: 3, name: 'name', description: 'the topic', autocomplete: true },
  ];
  for (const command of discord.commands().filter(({ name }) => name === 'topics'))
    discord.world.commands.set(command.id, { ...command, options });
  const shown = await ask('topics', { action: 'show', name: 'nato-asia' });
  expect(discord.textOf(shown)).toContain('NATO in the Asia-Pacific');
});
