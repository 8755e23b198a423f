import type { Body } from '../json.ts';

/** What Slack answers instead of doing what was asked. */
export class Refusal extends Error {
  readonly error: string;
  readonly extra: Body;
  /** Whether the bot ought to have known better, as opposed to how the workspace happens to be. */
  readonly isFault: boolean;

  constructor(error: string, extra: Body = {}, isFault = true) {
    super(error);
    this.error = error;
    this.extra = extra;
    this.isFault = isFault;
  }

  /** The body as Slack writes it. */
  body(): Body {
    return { ok: false, error: this.error, ...this.extra };
  }
}

/** Makes a refusal of something that the bot ought not to send. */
export function fault(error: string, extra: Body = {}): Refusal {
  return new Refusal(error, extra);
}

/** Makes a refusal for how the workspace happens to be. */
export function circumstance(error: string, extra: Body = {}): Refusal {
  return new Refusal(error, extra, false);
}

/** One thing wrong with blocks or a view: what, and where as a JSON pointer. */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
}

/** Makes a problem. */
export function problem(pointer: string, message: string): Problem {
  return { pointer, message };
}

/** Throws a refusal with Slack's list of messages unless there are no problems. */
export function refuseIf(problems: readonly Problem[], error = 'invalid_blocks'): void {
  if (problems.length === 0) return;
  const messages = problems.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`);
  throw fault(error, { errors: messages, response_metadata: { messages } });
}

/** The problem of a text that is too long or empty, or none. */
export function lengthProblems(
  pointer: string,
  length: number,
  [least, most]: readonly [number, number],
): readonly Problem[] {
  if (length < least) return [problem(pointer, `must be more than ${least - 1} characters`)];
  return length > most ? [problem(pointer, `must be less than ${most + 1} characters`)] : [];
}

/** The problem of a list that has too many items or too few, or none. */
export function countProblems(
  pointer: string,
  count: number,
  [least, most]: readonly [number, number],
): readonly Problem[] {
  if (count < least) return [problem(pointer, `no fewer than ${least} items allowed`)];
  return count > most ? [problem(pointer, `no more than ${most} items allowed`)] : [];
}
