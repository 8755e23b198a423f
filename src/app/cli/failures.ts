import { UserError } from '../../core/text/user-error.ts';

/** How a command line ends that could not be carried out: a defect, what the user can mend, or no platform that can run. */
export const EXIT = { failed: 1, mendable: 2, noPlatform: 78 } as const;

/** 78, EX_CONFIG of sysexits.h: starting again is no use before something is mended. */
export function exitCodeFor(error: unknown): number {
  if (!(error instanceof UserError)) return EXIT.failed;
  return error.code === 'platform-refused' ? EXIT.noPlatform : EXIT.mendable;
}

/** What nobody was meant to see, told as what it is. */
export function toDefect(cause: unknown): UserError {
  const what = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`Internal error: ${what}`, { code: 'defect', cause });
}

/** What commander says of a command line, as a sentence. */
export function toUserError({ message }: Error): UserError {
  const what = message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.?$/, '.');
  return new UserError(`${what[0]?.toUpperCase()}${what.slice(1)} See dossier --help.`, {
    code: 'invalid-option',
  });
}

/** `dossier sources | head -1` closes the pipe early; that is no failure. */
export function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`Cannot write the reply (${error.code}).\n`);
  process.exit(EXIT.failed);
}
