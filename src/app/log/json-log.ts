import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import { type Log, type LogSettings, messagesOf } from './log.ts';
import { createRedact } from './redact.ts';

const STDERR = 2;

/** One JSON object a line, for what collects logs. What an error carries besides its messages may hold what people typed: it is left out. */
export function createJsonLog(
  { level, secrets }: LogSettings,
  to: DestinationStream = destination({ dest: STDERR, sync: true }),
): Log {
  const redact = createRedact(secrets);
  const log = pino(
    {
      ...{ level, base: null, timestamp: stdTimeFunctions.isoTime },
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => redact(line) },
    },
    to,
  );
  return {
    info: (line) => log.info(line),
    error(error) {
      const [message = '', ...causes] = messagesOf(error);
      log.error(
        {
          ...(causes.length > 0 && { causes }),
          ...(log.isLevelEnabled('debug') && error instanceof Error && { stack: framesOf(error) }),
        },
        message,
      );
    },
  };
}

/** Where it happened, without the messages, which stand before. */
function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
