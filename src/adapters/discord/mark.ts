import { createHash } from 'node:crypto';
import type { APIMessageTopLevelComponent } from 'discord.js';
import { answerIdOf } from '../../core/delivery/post-key.ts';
import { type Fields, fieldsOf } from './fields.ts';

/** A message's components with an invisible mark of its key: the number of the first. */
export function withMark(
  [first, ...others]: readonly APIMessageTopLevelComponent[],
  key: string,
): readonly APIMessageTopLevelComponent[] {
  return first ? [{ ...first, id: numberOf(key) }, ...others] : [];
}

/** Whether components bear the mark of a key, or their buttons the id of its reply. */
export function bearsMark(components: unknown, key: string): boolean {
  const reply = answerIdOf(key);
  return flat(components).some(
    ({ id, custom_id }) =>
      id === numberOf(key) || (typeof custom_id === 'string' && custom_id.includes(reply)),
  );
}

/** A number of 31 bits (docs, Component Reference) with the highest set: Discord itself numbers from 1. */
function numberOf(key: string): number {
  return (createHash('sha256').update(key).digest().readUInt32BE() >>> 2) + 2 ** 30;
}

function flat(components: unknown): readonly Fields[] {
  if (!Array.isArray(components)) return [];
  return components.map(fieldsOf).flatMap((component) => [component, ...flat(component.components)]);
}
