import { UserError } from '../text/user-error.ts';
import type { RequestContext } from './invocation.ts';

/** Throws a UserError unless a manager asks; `what` completes "Only managers can". */
export function requireManager({ manager }: Pick<RequestContext, 'manager'>, what: string): void {
  if (manager) return;
  throw new UserError(`Only managers can ${what}. Ask a manager or your administrator.`, {
    code: 'not-allowed',
  });
}
