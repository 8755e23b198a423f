import { renameSync, writeFileSync } from 'node:fs';

/** A clock that runs as the machine's does, but shows another time, which programs read from a file. */
export interface ShiftedClock {
  readonly file: string;
  now(): Date;
  /** Writes the time, for a program that starts or reads it again. */
  write(): void;
  /** Makes it jump, and says by how many milliseconds it did. */
  set(to: Date): number;
}

/** A clock that begins at an instant. */
export function createShiftedClock(file: string, begin: Date): ShiftedClock {
  let offset = begin.valueOf() - Date.now();
  const now = () => new Date(Date.now() + offset);
  const write = () => writeInstant(file, now());
  write();
  return {
    ...{ file, now, write },
    set(to) {
      const jump = to.valueOf() - now().valueOf();
      offset += jump;
      writeInstant(file, to);
      return jump;
    },
  };
}

/** In one step: a program that starts meanwhile finds the one or the other. */
function writeInstant(file: string, instant: Date): void {
  writeFileSync(`${file}.new`, instant.toISOString());
  renameSync(`${file}.new`, file);
}
