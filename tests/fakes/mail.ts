/** A part of a made message. */
interface MailPart {
  readonly type: string;
  readonly content: string | Uint8Array;
  /** Other headers, one a line. */
  readonly headers?: readonly string[];
}

const BOUNDARY = 'a-boundary-between-parts';

/** A message of these headers and parts; a single one is its body. */
export function createMail(headers: readonly string[], parts: readonly MailPart[]): Uint8Array {
  const [first, ...others] = parts.map(formatPart);
  const whole =
    others.length === 0
      ? first
      : [
          `Content-Type: multipart/mixed; boundary="${BOUNDARY}"\r\n`,
          ...[first, ...others].map((part) => `--${BOUNDARY}\r\n${part}`),
          `--${BOUNDARY}--\r\n`,
        ].join('\r\n');
  return new TextEncoder().encode([...headers, 'MIME-Version: 1.0', whole].join('\r\n'));
}

function formatPart({ type, content, headers = [] }: MailPart): string {
  const encoded = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [`Content-Type: ${type}`, ...headers, 'Content-Transfer-Encoding: base64', '', encoded, ''].join(
    '\r\n',
  );
}

/** A file that a message carries. */
export function attachment(name: string, type: string, content: string | Uint8Array): MailPart {
  return { type, content, headers: [`Content-Disposition: attachment; filename="${name}"`] };
}

export const PLAIN = 'text/plain; charset=utf-8';
export const MARKUP = 'text/html; charset=utf-8';
