import { displayable } from '../../core/text/displayable.ts';
import { isLogged, type Log, type LogSettings, messagesOf } from './log.ts';
import { createRedact } from './redact.ts';

/** Lines for a person at a terminal. */
export function createPlainLog({ level, secrets }: LogSettings, write: (line: string) => void): Log {
  const redact = createRedact(secrets);
  const put = (line: string) => write(`${displayable(redact(line))}\n`);
  return {
    info: (line) => void (isLogged('info', level) && put(line)),
    error(error) {
      const [message, behind] = messagesOf(error);
      if (isLogged('error', level)) put(behind === undefined ? (message ?? '') : `${message} (${behind})`);
    },
  };
}
