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
  'Dossier answers only members of the workspace that runs it. Ask one of them to ask for you.';
