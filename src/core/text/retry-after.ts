/** The headers of an HTTP response. */
interface Headers {
  get(name: string): string | null;
}

/**
 * Parses the seconds to wait from Retry-After (RFC 9110): a number, or an instant by the sender's clock. Null if there
 * is neither.
 */
export function parseRetryAfter(headers: Headers, now: Date): number | null {
  const after = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(after)) return Number(after);
  const moment = Date.parse(after);
  if (Number.isNaN(moment)) return null;
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.max(0, (moment - (Number.isNaN(sent) ? now.valueOf() : sent)) / 1000);
}
