/** How much is logged, from nothing to everything. */
export const LOG_LEVELS = ['silent', 'error', 'info', 'debug'] as const;

/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What Dossier tells its operator. */
export interface Log {
  info(line: string): void;
  error(error: unknown): void;
}

/** What is logged, and what never is. */
export interface LogSettings {
  readonly level: LogLevel;
  /** Values that are written nowhere. */
  readonly secrets: readonly string[];
}

/** Whether a line of one level is written at another. */
export function isLogged(line: LogLevel, level: LogLevel): boolean {
  return LOG_LEVELS.indexOf(line) <= LOG_LEVELS.indexOf(level);
}

/** An error's message, and those of what lies behind it. */
export function messagesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const behind = error.cause instanceof Error ? messagesOf(error.cause) : [];
  return [error.message, ...behind.filter((message) => !error.message.includes(message))];
}
