import { UserError } from '../text/user-error.ts';
import type { RequestContext } from './invocation.ts';

/** Throws a UserError unless a manager asks; `what` completes "Only managers may". */
export function requireManager({ manager }: Pick<RequestContext, 'manager'>, what: string): void {
  if (manager) return;
  throw new UserError(`Only managers may ${what}. Ask whoever manages this place, or runs Dossier.`, {
    code: 'not-allowed',
  });
}
