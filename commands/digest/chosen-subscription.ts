import { phraseName } from '../../src/core/library/topics/phrase-topic.ts';
import { topicKey } from '../../src/core/library/topics/topic.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { echo } from '../../src/core/text/echo.ts';
import { hint } from '../../src/core/text/hint.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';

/** Finds the channel's digest that a person names by number or topic, or by nothing if there is only one. */
export async function chosenSubscription(
  { subscriptions }: Pick<DigestPorts, 'subscriptions'>,
  { audience, sent }: Pick<DigestContext, 'audience' | 'sent'>,
  { which, action }: { which: string | null; action: string },
): Promise<Subscription> {
  const here = await subscriptions.list(audience);
  const [first] = here;
  if (!first)
    throw new UserError(
      `No digests are scheduled ${sent === undefined ? 'in this channel' : `for ${sent.to}`}. Schedule one with ${hint('digest', { action: 'add' })} and a topic.`,
      {
        code: 'unknown-digest',
      },
    );
  const found = which === null ? here : here.filter((known) => isMeant(known, which.trim()));
  const [one] = found;
  if (one && found.length === 1) return one;
  const problem =
    which === null || found.length > 1 ? 'Which digest?' : `There is no digest ${echo(which)} here.`;
  throw new UserError(
    `${problem} Give its number, for example ${hint('digest', { action, number: String(first.number) })}. See ${hint('digest', { action: 'list' })}.`,
    {
      code: which === null ? 'missing-option' : 'unknown-digest',
      suggestions: here.slice(0, 5).map(({ number }) => String(number)),
    },
  );
}

function isMeant({ number, topic }: Subscription, which: string): boolean {
  if (/^#?\d+$/.test(which)) return number === Number(which.replace('#', ''));
  const words = unquote(which);
  return [words, phraseName(words)].some((name) => topicKey({ name: topic }) === topicKey({ name }));
}
