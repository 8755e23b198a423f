import { type Body, bodiesOf, bodyOf, same, stringOf } from '../../json.ts';
import { commandProblems, commandsProblems } from '../command-limits.ts';
import { REFUSALS, refuseIf } from '../refusal.ts';
import { type Answer, type Call, DONE, found, type Route } from '../route.ts';
import type { Command, World } from '../world.ts';

/** Commands, global and of one guild. */
export const commandRoutes: readonly Route[] = [
  '/applications/:application/commands',
  '/applications/:application/guilds/:guild/commands',
].flatMap((path): readonly Route[] => [
  { method: 'GET', path, answer: (world, call) => found(listed(world, call)) },
  { method: 'PUT', path, answer: (world, call) => found(overwrite(world, call)) },
  { method: 'POST', path, answer: create },
  { method: 'GET', path: `${path}/:command`, answer: (world, call) => found(shown(one(world, call), true)) },
  { method: 'PATCH', path: `${path}/:command`, answer: change },
  {
    method: 'DELETE',
    path: `${path}/:command`,
    answer: (world, call) => {
      world.commands.delete(one(world, call).id);
      return DONE;
    },
  },
]);

/** The commands of a guild, or the global ones. */
export function commandsOf(world: World, guildId: string | undefined): readonly Command[] {
  return [...world.commands.values()].filter(({ guild_id }) => guild_id === guildId);
}

function scoped(world: World, { params }: Call): readonly Command[] {
  if (params.application !== world.bot.id) throw REFUSALS.unknownApplication();
  if (params.guild && !world.guilds.has(params.guild)) throw REFUSALS.missingAccess();
  return commandsOf(world, params.guild);
}

function one(world: World, call: Call): Command {
  const command = scoped(world, call).find(({ id }) => id === call.params.command);
  if (!command) throw REFUSALS.unknownCommand();
  return command;
}

function listed(world: World, call: Call): readonly Body[] {
  const localizations = call.query.get('with_localizations') === 'true';
  return scoped(world, call).map((command) => shown(command, localizations));
}

function overwrite(world: World, call: Call): readonly Body[] {
  const before = scoped(world, call);
  const given = bodiesOf(call.body);
  refuseIf(commandsProblems(given));
  const after = given.map((body) => completed(world, call.params.guild, body));
  if (same(before.toSorted(byId), after.toSorted(byId)))
    world.violations.push(`${call.method} ${call.path}: needless registration`);
  for (const { id } of before) world.commands.delete(id);
  for (const command of after) store(world, command);
  return after;
}

function byId(one: Command, other: Command): number {
  return one.id.localeCompare(other.id);
}

function create(world: World, call: Call): Answer {
  scoped(world, call);
  const body = bodyOf(call.body);
  refuseIf(commandProblems(body));
  const command = completed(world, call.params.guild, body);
  const before = world.commands.get(command.id);
  noteNeedless(world, call, same(before, command));
  store(world, command);
  return { status: before ? 200 : 201, body: command };
}

function change(world: World, call: Call): Answer {
  const before = one(world, call);
  const body: Body = { ...before, ...bodyOf(call.body) };
  refuseIf(commandProblems(body));
  const filled = { ...completed(world, call.params.guild, body), id: before.id };
  const after = same({ ...filled, version: '' }, { ...before, version: '' }) ? before : filled;
  noteNeedless(world, call, after === before);
  store(world, after);
  return found(after);
}

function noteNeedless(world: World, call: Call, needless: boolean): void {
  if (needless) world.violations.push(`${call.method} ${call.path}: needless registration`);
}

function store(world: World, command: Command): void {
  world.commands.set(command.id, command);
  const doubled = [...world.commands.values()].some(
    ({ name, type, guild_id }) =>
      name === command.name &&
      type === command.type &&
      (guild_id === undefined) !== (command.guild_id === undefined),
  );
  if (doubled) world.violations.push(`/${command.name} is registered both globally and in a guild`);
}

// The defaults that Discord fills in; a command of the same name and type keeps its id (Discord docs).
function completed(world: World, guildId: string | undefined, body: Body): Command {
  const type = typeof body.type === 'number' ? body.type : 1;
  const name = stringOf(body.name);
  const old = commandsOf(world, guildId).find((known) => known.name === name && known.type === type);
  const options = bodiesOf(body.options);
  const scope = guildId
    ? { guild_id: guildId }
    : {
        dm_permission: body.dm_permission ?? true,
        contexts: body.contexts ?? null,
        integration_types: body.integration_types ?? [0],
      };
  const filled: Command = {
    ...{
      id: old?.id ?? world.nextId(),
      application_id: world.bot.id,
      version: old?.version ?? world.nextId(),
    },
    ...{ default_member_permissions: permissionsText(body.default_member_permissions), type, name },
    ...{ name_localizations: body.name_localizations ?? null, description: stringOf(body.description) },
    description_localizations: body.description_localizations ?? null,
    ...scope,
    ...(options.length > 0 ? { options: options.map(completedOption) } : {}),
    nsfw: body.nsfw ?? false,
  };
  return !old || same(old, filled) ? filled : { ...filled, version: world.nextId() };
}

function permissionsText(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

// Discord leaves out what is false or empty in an option, and adds empty localizations.
function completedOption(option: Body): Body {
  const { required, autocomplete, choices, options, ...rest } = option;
  return {
    ...rest,
    name_localizations: option.name_localizations ?? null,
    description_localizations: option.description_localizations ?? null,
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
    ...(bodiesOf(choices).length > 0
      ? { choices: bodiesOf(choices).map((choice) => ({ name_localizations: null, ...choice })) }
      : {}),
    ...(bodiesOf(options).length > 0 ? { options: bodiesOf(options).map(completedOption) } : {}),
  };
}

// Localizations are left out of lists unless they are asked for (Discord docs).
function shown(value: Body, localizations: boolean): Body {
  if (localizations) return value;
  const { name_localizations: _, description_localizations: __, ...rest } = value;
  const nested = ['options', 'choices'].filter((key) => key in rest);
  const lists = nested.map((key) => [key, bodiesOf(rest[key]).map((item) => shown(item, false))]);
  return { ...rest, ...Object.fromEntries(lists) };
}
