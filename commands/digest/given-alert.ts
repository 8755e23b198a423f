import { parseQuietHours } from '../../src/core/schedule/quiet-hours.ts';
import type { Alert, DigestSettings } from '../../src/core/schedule/subscription.ts';
import { optionHint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** Whether a digest is an alert, as a person types it, and what an alert does not have; null if not given. */
export interface GivenAlert {
  readonly when: 'now' | 'scheduled' | null;
  readonly quiet: string | null;
  readonly at: string | null;
  readonly days: string | null;
  readonly whenEmpty: DigestSettings['whenEmpty'] | null;
}

const SCHEDULED = ['at', 'days', 'whenEmpty'] as const;
const NAMES = { at: 'at', days: 'days', whenEmpty: 'when_empty' } as const;

/** Parses whether a digest is an alert, and its quiet hours; what is not given stays as it was. */
export function parseAlert(given: GivenAlert, before: Pick<DigestSettings, 'alert'>): Alert | null {
  const isAlert = given.when === null ? before.alert !== null : given.when === 'now';
  if (!isAlert) {
    if (given.quiet === null) return null;
    throw invalid(`Only an alert has quiet hours. Add ${optionHint({ when: 'now' })}, or leave out "quiet".`);
  }
  const extra = SCHEDULED.find((name) => given[name] !== null);
  if (extra !== undefined)
    throw invalid(
      `An alert is posted as soon as something comes. Leave out "${NAMES[extra]}", or add ${optionHint({ when: 'scheduled' })}.`,
    );
  return { quiet: given.quiet === null ? (before.alert?.quiet ?? null) : parseQuietHours(given.quiet) };
}

function invalid(message: string): UserError {
  return new UserError(message, { code: 'invalid-option' });
}
