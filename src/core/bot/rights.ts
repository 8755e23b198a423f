import { UserError } from '../text/user-error.ts';
import type { Call } from './core.ts';

/** Refuses what only managers may do. */
export function requireManager({ invocation }: Call, what: string): void {
  if (invocation.manager) return;
  throw new UserError(`Only managers may ${what}. Ask whoever manages this place, or runs Dossier.`, {
    code: 'not-allowed',
  });
}
