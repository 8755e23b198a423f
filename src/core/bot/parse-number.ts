import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';

/** Parses a whole number from 1 to `most`; `fallback` if none was given. */
export function parseNumber(name: string, value: string | null, fallback: number, most: number): number {
  if (value === null) return fallback;
  const number = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UserError(`"${echo(value)}" is not a valid ${name}. Use a number from 1 to ${most}.`, {
    code: 'invalid-option',
  });
}
