import { stringOf } from '../json.ts';
import type { Pending } from './pending.ts';
import { circumstance, fault } from './refusal.ts';
import type { World } from './world.ts';

/** Makes the trigger of what a user did. */
export function createTrigger(world: World, pending: Pending): string {
  const id = world.nextId('trigger.');
  world.triggers.set(id, { pending, at: world.now(), isUsed: false });
  return id;
}

/** What a trigger stands for; it works once, and not for long. */
export function useTrigger(world: World, value: unknown): Pending {
  const trigger = world.triggers.get(stringOf(value));
  if (!trigger) throw fault('invalid_trigger_id');
  if (trigger.isUsed) throw fault('exchanged_trigger_id');
  if (world.now() - trigger.at > world.options.triggerLives) throw circumstance('expired_trigger_id');
  trigger.isUsed = true;
  return trigger.pending;
}
