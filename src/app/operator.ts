import type { Log, LogSettings } from './log/log.ts';
import { createPlainLog } from './log/plain-log.ts';

const { stderr } = process;
const write = (line: string) => void stderr.write(line);

let log: Log = createPlainLog({ level: 'info', secrets: [] }, write);

/** Opens the log of a program that goes on: lines for a person, or JSON for what collects them. The one place that makes a log. */
export async function openLog(settings: LogSettings, { json }: { readonly json: boolean }): Promise<void> {
  log = json ? (await import('./log/json-log.ts')).createJsonLog(settings) : createPlainLog(settings, write);
}

/** One line for the operator. */
export function tell(line: string): void {
  log.info(line);
}

/** One line for the operator on what went wrong, with what lies behind it. */
export function report(error: unknown): void {
  log.error(error);
}

/** Lines for whoever ran the command, whatever is logged. */
export function say(text: string): void {
  write(`${text}\n`);
}
