import type { HandlerContext } from './handler-context.ts';

/** Whether a member of another workspace asks, in a shared channel, and may not. */
export function isRefused(
  { allowExternal, team }: HandlerContext,
  theirs: string | null | undefined,
): boolean {
  return !allowExternal && theirs !== null && theirs !== undefined && theirs !== team;
}

/** What members of other workspaces are told. */
export const EXTERNAL =
  'Dossier answers people of the workspace that runs it. Ask a member of it to ask for you.';
