import { requireOrderer } from '../../src/core/bot/rights.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { formatQuietHours } from '../../src/core/schedule/quiet-hours.ts';
import { formatSchedule } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { formatDays } from '../../src/core/schedule/weekdays.ts';
import { filingOptions } from '../../src/core/text/filing.ts';
import { hint } from '../../src/core/text/hint.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';

type Ports = Pick<DigestPorts, 'library' | 'subscriptions'>;

/** Removes a digest once the person has confirmed it. */
export async function removeDigest(
  ports: Ports,
  context: DigestContext,
  { which, isConfirmed }: { which: string | null; isConfirmed: boolean },
): Promise<Reply> {
  await requireOrderer(context, 'remove digests');
  const subscription = await chosenSubscription(ports, context, { which, action: 'remove' });
  if (!isConfirmed) return askToConfirm(ports, context, subscription);
  await ports.subscriptions.remove(subscription);
  const { number, topic } = subscription;
  const note = `Removed digest ${number}. To schedule it again: ${formatCommand(subscription)}`;
  return composeNote(replyContext(ports.library, context, 'digest'), note, { topic });
}

function askToConfirm({ library }: Ports, context: DigestContext, subscription: Subscription): Reply {
  const { number, topic } = subscription;
  const question = `Remove digest ${number} (${topic}, ${formatSchedule(subscription)})?`;
  const options = { action: 'remove', number: String(number), confirm: 'yes' };
  const how = `To confirm, type ${hint('digest', options)}`;
  const confirm = { label: 'Remove', command: 'digest', options, how };
  return composeNote(replyContext(library, context, 'digest'), question, { topic, confirm });
}

/** The command that schedules the same digest. */
function formatCommand({
  topic,
  alert,
  at,
  days,
  zone,
  length,
  max,
  whenEmpty,
  filing,
}: Subscription): string {
  const amount = { length, max: String(max) };
  const when =
    alert === null
      ? { at, days: formatDays(days).replaceAll(' ', ''), zone, ...amount, when_empty: whenEmpty }
      : { when: 'now', quiet: formatQuietHours(alert.quiet), zone, ...amount };
  return hint('digest', { action: 'add', topic, ...when, ...filingOptions(filing) });
}
