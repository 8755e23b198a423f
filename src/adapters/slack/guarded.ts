import { showToOne } from './answering.ts';
import type { HandlerContext } from './handler-context.ts';
import { SLOW } from './limits.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { Respond } from './posting.ts';
import { explainFailure, reportFailure, UNCERTAIN } from './report-failure.ts';

/** Where something is done, and how the person can be told. */
interface Place {
  readonly origin: MessageOrigin;
  readonly respond: Respond | null;
}

/** Does something. If it fails or hangs, the person is told by whatever way is left; a failure is reported too. */
export async function guarded(
  context: HandlerContext,
  place: Place,
  work: () => Promise<void>,
): Promise<void> {
  const watch = watchHang(context, place);
  try {
    await work();
  } catch (cause) {
    reportFailure(context, 'Could not answer a request from Slack.', cause);
    if (!watch.hasTold()) await tell(context, place, explainFailure(cause));
  } finally {
    await watch.stop();
  }
}

const WORKING = 'This takes longer than usual. Dossier is still working on it.';

/** Tells the person once that something hangs. What that is tells whether a failure is still news later. */
function watchHang(context: HandlerContext, place: Place) {
  let told = false;
  let telling: Promise<void> | null = null;
  const timer = setTimeout(() => {
    told = !context.composing.has(place.origin);
    telling = tell(context, place, told ? UNCERTAIN : WORKING);
  }, SLOW);
  return {
    hasTold: () => told,
    async stop() {
      clearTimeout(timer);
      await telling;
    },
  };
}

async function tell(context: HandlerContext, { origin, respond }: Place, text: string): Promise<void> {
  const note = context.replies.note(text);
  const first = respond?.isWaiting() ? null : respond;
  await showToOne(context, origin, note, first)
    .catch(() => showToOne(context, origin, note, first ? null : respond))
    .catch(() => undefined);
}
