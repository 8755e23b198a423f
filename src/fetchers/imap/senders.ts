/** Tells whose mail is taken in. */
export type Senders = readonly string[];

const FORM = /^(?:\*|(?:[^\s@,]{1,64})?@[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?)$/;

/** Parses `@example.org, news@other.example` or `*`, for everybody's; null if a part is none of these. */
export function parseSenders(text: string): Senders | null {
  const parts = text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  return parts.every((part) => FORM.test(part)) ? parts : null;
}

/** Whether mail with these senders is taken in: each of them has to be allowed. */
export function areAllowed(senders: Senders, addresses: readonly (string | undefined)[]): boolean {
  return (
    addresses.length > 0 && addresses.every((address) => isAllowed(senders, address?.toLowerCase() ?? ''))
  );
}

function isAllowed(senders: Senders, address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@'));
  return senders.some(
    (each) => each === '*' || each === address || (each.startsWith('@') && each === domain),
  );
}

/**
 * Whether the receiving server found that a message does not come from its sender (Authentication-Results, RFC 8601). Only the first of these
 * headers is the server's own; what is below it may have come with the message.
 */
export function isForged(results: string | null): boolean {
  const found = (method: string) =>
    new RegExp(`\\b${method}\\s*=\\s*([a-z]+)`, 'i').exec(results ?? '')?.[1]?.toLowerCase() ?? null;
  const dmarc = found('dmarc');
  if (dmarc === 'fail') return true;
  return dmarc !== 'pass' && found('spf') === 'fail' && found('dkim') !== 'pass';
}
