import { hint } from '../../core/text/hint.ts';
import { showToOne } from './answering.ts';
import { guarded } from './guarded.ts';
import type { HandlerContext } from './handler-context.ts';
import { postToPerson, type Respond } from './posting.ts';

/** Who used something, and in which channel, if it was in one. */
export interface AnyUse {
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string } | undefined;
}

/** Tells a person that what they used is of another version. */
export async function tellObsolete(
  context: HandlerContext,
  { user: { id: user }, channel }: AnyUse,
  respond: Respond | null,
): Promise<void> {
  const note = context.replies.note(OBSOLETE);
  const origin = { team: context.team, channel: channel?.id ?? user, thread: null, user };
  await guarded(context, { origin, respond }, async () => {
    if (channel) await showToOne(context, origin, note, respond);
    else await postToPerson(context, user, note);
  });
}

const OBSOLETE = `This is from another version of Dossier and does nothing now. See ${hint('help')}.`;
