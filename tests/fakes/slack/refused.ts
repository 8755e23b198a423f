import type { Body } from '../json.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** The body of a refusal; it is noted where the bot ought to have known better. */
export function refused(world: World, name: string, error: unknown): Body {
  if (!(error instanceof Refusal)) {
    world.violations.push(`${name}: the fake broke: ${String(error)}`);
    return { ok: false, error: 'fatal_error' };
  }
  const { isFault, error: word, extra } = error;
  if (isFault) world.violations.push(`${name}: ${word}${isEmpty(extra) ? '' : ` ${JSON.stringify(extra)}`}`);
  return error.body();
}

function isEmpty(body: Body): boolean {
  return Object.keys(body).length === 0;
}
