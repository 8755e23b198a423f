import type { HandlerContext } from './handler-context.ts';

/** Somebody, and the workspace that an event says they are of, if it says so. */
export interface Asker {
  readonly user: string;
  readonly team: string | null | undefined;
}

/** Whether somebody from outside asks, in a shared channel, and may not. */
export async function isRefused(context: HandlerContext, asker: Asker): Promise<boolean> {
  return !context.allowExternal && (await isExternal(context, asker));
}

/** Whether somebody belongs neither to this workspace nor to its organisation of an Enterprise Grid. */
export async function isExternal(
  { team, enterprise, people }: HandlerContext,
  asker: Asker,
): Promise<boolean> {
  const theirs = asker.team ?? team;
  if (theirs === team || theirs === enterprise) return false;
  return enterprise === null || (await people.find(asker.user))?.enterprise !== enterprise;
}

/** What people from outside are told. */
export const EXTERNAL =
  'Dossier answers only members of the workspace that runs it. Ask one of them to ask for you.';
