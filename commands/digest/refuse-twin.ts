import { formatSchedule } from '../../src/core/schedule/schedule.ts';
import type { DigestSettings, Subscription } from '../../src/core/schedule/subscription.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** Throws a UserError if another digest has the same topic and schedule. */
export function refuseTwin(others: readonly Subscription[], settings: DigestSettings): void {
  const schedule = formatSchedule(settings);
  const twin = others.find((each) => each.topic === settings.topic && formatSchedule(each) === schedule);
  if (!twin) return;
  throw new UserError(`This channel already has that digest: number ${twin.number}. See /digest list.`, {
    code: 'digest-exists',
  });
}
