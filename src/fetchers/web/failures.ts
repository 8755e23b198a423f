import { FetchFailure } from '../../core/collecting/fetcher.ts';

/** What went wrong with a request, as a clause about its address. */
export function toFailure(error: unknown, deadline: number): FetchFailure {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof FetchFailure) return at;
  const { name, code = '' } = (error ?? {}) as { name?: string; code?: string };
  if (name === 'TimeoutError')
    return new FetchFailure(`takes longer than ${deadline / 1000} seconds`, 'slow', { cause: error });
  const what = REASONS.find(([form]) => form.test(code))?.[1] ?? 'does not answer as a web server does';
  return new FetchFailure(code === '' ? what : `${what} (${code})`, 'unreachable', { cause: error });
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'cannot be reached'],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'breaks off'],
  [/CERT|SIGNATURE|^ERR_TLS|SELF_SIGNED/, 'has a certificate that is not valid'],
  [/^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/, 'is packed wrongly'],
];
