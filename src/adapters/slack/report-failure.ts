import { DEFECT } from '../../core/bot/interaction/notices.ts';
import { isLimited } from './calls.ts';
import { codeOf, finalFailure, formatScope, isOfSlack, isScopeMissing } from './failures.ts';
import { outcomeOfCode } from './post-failures.ts';

/** Who is told of failures. */
export interface FailureReports {
  report(error: Error): void;
  /** Slack rejected the token: finds out whether that lasts. If it does, the adapter ends. */
  doubt(): void;
}

/** Tells the operator what failed, and which scope it lacks; a rejected token is looked into. */
export function reportFailure({ report, doubt }: FailureReports, what: string, cause: unknown): void {
  report(new Error(isScopeMissing(cause) ? `${what} ${formatScope(cause)}` : what, { cause }));
  if (!isScopeMissing(cause) && finalFailure(cause)) doubt();
}

/** What a person is told of a failed answer. */
export function explainFailure(cause: unknown): string {
  if (isScopeMissing(cause)) return formatScope(cause);
  if (isLimited(cause)) return LIMITED;
  const code = codeOf(cause);
  if (code === null) return isOfSlack(cause) ? UNCERTAIN : DEFECT;
  const { kind } = outcomeOfCode(code);
  switch (kind) {
    case 'later':
      return LIMITED;
    case 'stopped':
      return REJECTED;
    case 'refused':
      return `Slack did not take the answer (${code}). Your administrator has been told.`;
    case 'unknown':
      return UNCERTAIN;
  }
}

/** It is not known whether an answer appears. */
export const UNCERTAIN = 'Slack did not confirm the answer. If it does not appear soon, ask again.';
const LIMITED = 'Slack limits how much Dossier may post just now. Ask again in a minute.';
const REJECTED = 'Slack rejected Dossier’s token. Your administrator has been told.';
