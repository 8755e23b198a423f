import { DEFECT } from '../../core/bot/interaction/notices.ts';
import { showToOne } from './answering.ts';
import { codeOf, finalFailure, isOfSlack } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { Respond } from './posting.ts';

/** Does something; a failure is reported, and told to the person by whatever way is left. */
export async function guarded(
  context: HandlerContext,
  { origin, respond }: { readonly origin: MessageOrigin; readonly respond: Respond | null },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    reportFailure(context, cause);
    const note = context.replies.note(isOfSlack(cause) ? UNCERTAIN : DEFECT);
    await showToOne(context, origin, note, respond)
      .catch(() => showToOne(context, origin, note, null))
      .catch(() => undefined);
  }
}

/** Tells the operator; if the token is no longer valid, the adapter ends. */
function reportFailure({ report, refuse }: HandlerContext, cause: unknown): void {
  const final = codeOf(cause) === 'missing_scope' ? null : finalFailure(cause);
  if (final) refuse(final);
  else report(new Error('Could not answer a request from Slack.', { cause }));
}

const UNCERTAIN = 'Slack did not confirm the answer. If it does not appear soon, ask again.';
