import { type Body, bodiesOf, bodyOf, numberOf, stringOf } from '../json.ts';
import { displayedTexts, withNested } from './component-limits.ts';
import type { Handle } from './handle.ts';
import { type Actor, interact, visibleChannel } from './interact.ts';
import { FLAGS } from './message-limits.ts';
import { submittedRows } from './modal-submission.ts';
import type { Ids } from './population.ts';
import { commandsOf } from './routes/commands.ts';
import { resolvedBy, type Typed, typedOptions } from './typed-options.ts';
import type { Channel, Command, Message, World } from './world.ts';

/** A command that a user types: its name, with the subcommand's after a space. */
export interface Slash extends Actor {
  readonly command: string;
  readonly options?: Typed;
  /** The files whose ids are values of options. */
  readonly attached?: Readonly<Record<string, Body>>;
}

/** A component of a message that a user uses; the message by itself or its id. */
export interface Use extends Actor {
  readonly message: Message | string;
  readonly customId: string;
}

/** What users do with the bot. */
export interface Drive {
  slash(given: Slash): Handle;
  autocomplete(given: Slash & { readonly focused: string; readonly value?: string }): Handle;
  contextMenu(given: Actor & { readonly command: string; readonly targetMessage: Message | string }): Handle;
  click(given: Use): Handle;
  select(given: Use & { readonly values: readonly string[] }): Handle;
  submitModal(given: Actor & { readonly customId: string; readonly fields: Fields }): Handle;
}

/** The values of a modal's inputs, by custom id. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Makes what users do; where they don't say so, it is the member in the text channel. */
export function createDrive(world: World, ids: Ids): Drive {
  const place = (actor: Actor) => {
    const userId = actor.user ?? ids.member;
    return { actor, userId, channel: visibleChannel(world, actor.channel ?? ids.text, userId) };
  };
  return {
    slash: (given) => command(world, given, { ...place(given), type: 2 }),
    autocomplete: (given) => {
      const typed = { ...given.options, [given.focused]: given.value ?? '' };
      return command(
        world,
        { ...given, options: typed },
        { ...place(given), type: 4, focused: given.focused },
      );
    },
    contextMenu: (given) => {
      const { channel_id } = messageOf(world, given.targetMessage);
      return menu(world, given, place({ channel: channel_id, ...given }));
    },
    click: (given) =>
      use(world, given, place({ channel: messageOf(world, given.message).channel_id, ...given })),
    select: (given) =>
      use(world, given, place({ channel: messageOf(world, given.message).channel_id, ...given })),
    submitModal: (given) => submit(world, given, { actor: given, userId: given.user ?? ids.member }),
  };
}

interface Place {
  readonly actor: Actor;
  readonly userId: string;
  readonly channel: Channel;
}

function command(world: World, given: Slash, place: Place & { type: number; focused?: string }): Handle {
  const [name = '', ...path] = given.command.split(' ');
  const { actor, userId, channel, type, focused } = place;
  const registered = registeredCommand(world, { name, type: 1 }, channel);
  const options = typedOptions(registered, { path, values: given.options ?? {}, focused });
  const data = {
    ...shortly(registered),
    ...(options.length > 0 ? { options } : {}),
    ...resolvedBy(world, options),
    ...(given.attached ? { resolved: { attachments: given.attached } } : {}),
  };
  return interact(world, { type, data, name: `/${given.command}`, userId, channel, actor });
}

function registeredCommand(world: World, wanted: { name: string; type: number }, channel: Channel): Command {
  const inGuild = channel.guild_id ? commandsOf(world, channel.guild_id) : [];
  const all = [...inGuild, ...commandsOf(world, undefined)];
  const registered = all.find(({ name, type }) => name === wanted.name && type === wanted.type);
  if (!registered) throw new Error(`No command "${wanted.name}" is registered`);
  const contexts = Array.isArray(registered.contexts) ? registered.contexts : undefined;
  const context = channel.guild_id ? 0 : channel.type === 3 ? 2 : 1;
  const direct = contexts
    ? contexts.includes(context)
    : channel.guild_id || registered.dm_permission !== false;
  if (!direct) throw new Error(`The command "${wanted.name}" isn't offered in ${channel.id}`);
  return registered;
}

function shortly({ id, name, type, guild_id }: Command): Body {
  return { id, name, type, ...(guild_id ? { guild_id } : {}) };
}

function menu(
  world: World,
  given: { command: string; targetMessage: Message | string },
  place: Place,
): Handle {
  const registered = registeredCommand(world, { name: given.command, type: 3 }, place.channel);
  const target = messageOf(world, given.targetMessage);
  const data = {
    ...shortly(registered),
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  };
  return interact(world, { ...place, type: 2, data, name: given.command });
}

function use(world: World, given: Use & { values?: readonly string[] }, place: Place): Handle {
  const message = messageOf(world, given.message);
  const shownTo = world.messages.get(message.id)?.ephemeralFor;
  if (shownTo && shownTo !== place.userId) throw new Error(`Only ${shownTo} sees this message`);
  const component = message.components
    .flatMap(withNested)
    .find(({ custom_id }) => custom_id === given.customId);
  if (!component) throw new Error(`The message has no component ${given.customId}`);
  if (component.disabled === true) throw new Error(`The component ${given.customId} is disabled`);
  const isButton = component.type === 2;
  if (isButton === (given.values !== undefined))
    throw new Error(`${given.customId} is of type ${component.type}`);
  if (given.values) refuseValues(component, given.values);
  const values = given.values ? { values: given.values, ...chosen(world, component, given.values) } : {};
  const data = { component_type: component.type, custom_id: given.customId, id: component.id, ...values };
  return interact(world, { ...place, type: 3, data, name: given.customId, messageId: message.id });
}

// A menu of users (type 5) is resolved like an option of users (type 6), one of channels (8) like one of channels (7).
function chosen(world: World, select: Body, values: readonly string[]): Body {
  const type = select.type === 5 ? 6 : select.type === 8 ? 7 : 0;
  return resolvedBy(
    world,
    values.map((value) => ({ type, value })),
  );
}

function refuseValues(select: Body, values: readonly string[]): void {
  const offered = bodiesOf(select.options).map(({ value }) => value);
  const unknown = select.type === 3 && values.find((value) => !offered.includes(value));
  if (unknown) throw new Error(`The menu has no option ${unknown}`);
  const [least, most] = [select.min_values ?? 1, select.max_values ?? 1].map(numberOf);
  if (values.length < Number(least) || values.length > Number(most))
    throw new Error('Too few or too many values');
}

function submit(
  world: World,
  given: { customId: string; fields: Fields },
  { actor, userId }: Omit<Place, 'channel'>,
): Handle {
  const open = world.modals.get(userId);
  if (!open || open.data.custom_id !== given.customId)
    throw new Error(`${userId} has no modal ${given.customId}`);
  world.modals.delete(userId);
  const channel = visibleChannel(world, open.from.channelId, userId);
  const data = { custom_id: given.customId, components: submittedRows(open.data, given.fields) };
  const messageId = open.from.messageId;
  return interact(world, { type: 5, data, name: given.customId, userId, channel, messageId, actor });
}

/** The message of that id; throws where there is none. */
function messageOf(world: World, message: Message | string): Message {
  const id = typeof message === 'string' ? message : message.id;
  const stored = world.messages.get(id);
  if (!stored) throw new Error(`There is no message ${id}`);
  return stored.wire;
}

/** What a message says: its content, or all its text displays. */
export function textOf(message: Message): string {
  return [message.content, ...displayedTexts(message.components)].filter(Boolean).join('\n');
}

/** Whether only one user sees a message. */
export function isEphemeral(message: Message): boolean {
  return (message.flags & FLAGS.ephemeral) !== 0;
}

/** A message's buttons, wherever they are in it. */
export function buttonsOf(message: Message): readonly Button[] {
  const buttons = message.components.flatMap(withNested).filter(({ type }) => type === 2);
  return buttons.map((button) => ({
    customId: stringOf(button.custom_id),
    label: stringOf(button.label) || stringOf(bodyOf(button.emoji).name),
    url: stringOf(button.url),
    style: numberOf(button.style),
    disabled: button.disabled === true,
  }));
}

/** A button, with empty strings for what it doesn't have. */
export interface Button {
  readonly customId: string;
  readonly label: string;
  readonly url: string;
  readonly style: number;
  readonly disabled: boolean;
}
