import { type Body, bodiesOf, numberOf, stringOf } from '../json.ts';
import type { Command, World } from './world.ts';

/** The values that a user typed, by option. */
export type Typed = Readonly<Record<string, string | number | boolean>>;

/** What a user typed, and the option that is still being typed. */
export interface Typing {
  /** The words after the command's name: `['add']` of `/subscription add`. */
  readonly path: readonly string[];
  readonly values: Typed;
  readonly focused?: string | undefined;
}

/** The options of a command as Discord's client sends them, refusing what that client would not let through. */
export function typedOptions(command: Command, { path, values, focused }: Typing): readonly Body[] {
  return nested(command, path, { values, focused });
}

/** The users, channels and roles that options name. */
export function resolvedBy(world: World, options: readonly Body[]): Body {
  const flat = options.flatMap((option) => [option, ...bodiesOf(option.options)]);
  const all = flat.flatMap((option) => [option, ...bodiesOf(option.options)]);
  const ids = (type: number) =>
    all.filter((option) => option.type === type).map(({ value }) => stringOf(value));
  const named = <Thing>(type: number, from: Map<string, Thing>) =>
    Object.fromEntries(ids(type).map((id) => [id, from.get(id)]));
  const resolved = { users: named(6, world.users), channels: named(7, world.channels) };
  const filled = Object.entries(resolved).filter(([, things]) => Object.keys(things).length > 0);
  const shown = filled.map(([kind, things]) => [
    kind,
    kind === 'channels' ? withPermissions(things) : things,
  ]);
  return filled.length > 0 ? { resolved: Object.fromEntries(shown) } : {};
}

function withPermissions(channels: Body): Body {
  return Object.fromEntries(
    Object.entries(channels).map(([id, channel]) => [id, { ...(channel as object), permissions: '0' }]),
  );
}

type Given = Omit<Typing, 'path'>;

function nested(parent: Body, [next, ...rest]: readonly string[], given: Given): readonly Body[] {
  const options = bodiesOf(parent.options);
  if (next !== undefined) {
    const inner = options.find(({ name, type }) => name === next && (type === 1 || type === 2));
    if (!inner) throw new Error(`/${stringOf(parent.name)} has no subcommand ${next}`);
    return [{ type: inner.type, name: next, options: nested(inner, rest, given) }];
  }
  if (options.some(({ type }) => type === 1 || type === 2)) {
    throw new Error(`/${stringOf(parent.name)} can't be used without a subcommand`);
  }
  const names = [...Object.keys(given.values), ...(given.focused ? [given.focused] : [])];
  const unknown = names.find((name) => !options.some((option) => option.name === name));
  if (unknown) throw new Error(`/${stringOf(parent.name)} has no option ${unknown}`);
  return options.flatMap((option) => valued(option, given));
}

function valued(option: Body, { values, focused }: Given): readonly Body[] {
  const name = stringOf(option.name);
  const value = values[name];
  if (name === focused) {
    if (option.autocomplete !== true) throw new Error(`The option ${name} isn't completed by the bot`);
    return [{ type: option.type, name, value: value ?? '', focused: true }];
  }
  if (value === undefined) {
    if (option.required === true && !focused) throw new Error(`The option ${name} is required`);
    return [];
  }
  if (!focused) refuseValue(option, value);
  return [{ type: option.type, name, value }];
}

function refuseValue(option: Body, value: Typed[string]): void {
  const name = stringOf(option.name);
  const expected = expectedType(numberOf(option.type));
  if (typeof value !== expected) throw new Error(`The option ${name} takes a ${expected}`);
  if (option.type === 4 && !Number.isInteger(value))
    throw new Error(`The option ${name} takes a whole number`);
  const choices = bodiesOf(option.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`The option ${name} has no choice ${value}`);
  }
  const [least, most] =
    typeof value === 'number' ? [option.min_value, option.max_value] : [option.min_length, option.max_length];
  const size = typeof value === 'number' ? value : String(value).length;
  const bounded =
    typeof value !== 'boolean' && numberOf(option.type) <= 10 && ![6, 7, 8, 9].includes(Number(option.type));
  if (!bounded) return;
  const upper = typeof most === 'number' ? most : typeof value === 'string' ? 6000 : Number.MAX_SAFE_INTEGER;
  if (size > upper || (typeof least === 'number' && size < least)) {
    throw new Error(`The option ${name} is out of bounds: ${size}`);
  }
}

function expectedType(type: number): 'boolean' | 'number' | 'string' {
  if (type === 5) return 'boolean';
  return type === 4 || type === 10 ? 'number' : 'string';
}
