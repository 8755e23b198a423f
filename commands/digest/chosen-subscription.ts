import type { Call } from '../../src/core/bot/core.ts';
import { topicKey } from '../../src/core/library/readable-topics.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { echo } from '../../src/core/text/echo.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** The digest of this channel that somebody means by its number or topic, or by nothing where there is only one. */
export async function chosenSubscription(
  { core, invocation }: Call,
  which: string | null,
  action: string,
): Promise<Subscription> {
  const here = await core.store.subscriptions.list(invocation.audience);
  if (here.length === 0)
    throw new UserError('No digest is ordered in this channel. Order one with /digest add and a topic.', {
      code: 'unknown-digest',
    });
  const found = which === null ? here : here.filter((known) => isMeant(known, which.trim()));
  const [one] = found;
  if (one && found.length === 1) return one;
  const numbers = here.map(({ number }) => String(number));
  const problem =
    which === null || found.length > 1 ? 'Which digest?' : `There is no digest ${echo(which)} here.`;
  throw new UserError(
    `${problem} Type its number, for example /digest ${action} ${numbers[0]}. See /digest list.`,
    {
      code: which === null ? 'missing-option' : 'unknown-digest',
      suggestions: numbers.slice(0, 5),
    },
  );
}

function isMeant({ number, topic }: Subscription, which: string): boolean {
  return /^#?\d+$/.test(which)
    ? number === Number(which.replace('#', ''))
    : topicKey({ name: topic }) === topicKey({ name: which });
}
