import { createHmac, timingSafeEqual } from 'node:crypto';

const MOST_APART = 300; // seconds between Slack's clock and ours, either way

/** A request and its signature. */
export interface SignedRequest {
  readonly signature: string | null;
  /** Seconds since 1970, as text. */
  readonly timestamp: string | null;
  readonly body: string;
}

/** Whether Slack sent a request just now: version v0 of its signatures (docs, Verifying requests). */
export function isSigned({ signature, timestamp, body }: SignedRequest, secret: string, now: Date): boolean {
  if (signature === null || timestamp === null || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.valueOf() / 1000 - Number(timestamp)) > MOST_APART) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
