import { displayable } from '../core/text/displayable.ts';

const { stderr } = process;

/** One line for the operator. */
export function tell(line: string): void {
  stderr.write(`${line}\n`);
}

/** One line for the operator on what went wrong, with what lies behind it. */
export function report(error: unknown): void {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  const behind = cause instanceof Error && !message.includes(cause.message) ? ` (${cause.message})` : '';
  tell(displayable(`${message}${behind}`));
}
