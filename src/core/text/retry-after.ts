/** Headers of an answer, as far as they are asked for. */
interface Headers {
  get(name: string): string | null;
}

/**
 * Seconds that an answer asks to wait (RFC 9110, Retry-After): a number, or a moment by the clock of whoever sent it.
 * Null where it does not say.
 */
export function secondsToWait(headers: Headers, now: Date): number | null {
  const after = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(after)) return Number(after);
  const moment = Date.parse(after);
  if (Number.isNaN(moment)) return null;
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.max(0, (moment - (Number.isNaN(sent) ? now.valueOf() : sent)) / 1000);
}
