import { FetchFailure } from '../../core/collecting/fetcher.ts';

/** What went wrong with a mailbox, as a clause about it. */
export function toFailure(error: unknown, folder: string): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const { code, authenticationFailed, mailboxMissing } = (error ?? {}) as Faults;
  const fail = (what: string) => new FetchFailure(what, 'unreachable', { cause: error });
  if (authenticationFailed) return fail('refuses the user or the password (IMAP_URL, IMAP_PASSWORD)');
  if (mailboxMissing) return fail(`has no folder ${folder}`);
  const name = typeof code === 'string' ? code : '';
  const what = REASONS.find(([form]) => form.test(name))?.[1] ?? 'does not answer as a mail server does';
  return fail(name === '' ? what : `${what} (${name})`);
}

interface Faults {
  readonly code?: unknown;
  readonly authenticationFailed?: boolean;
  readonly mailboxMissing?: boolean;
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|ENOTFOUND|EAI_AGAIN)$/,
    'cannot be reached',
  ],
  [/^(?:ECONNRESET|EPIPE|NoConnection|EConnectionClosed|ClosedAfterConnect\w*|ETIMEOUT)$/, 'breaks off'],
  [/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|SELF_SIGNED|^TLS/i, 'offers no valid TLS'],
  [/TooLarge$|^TooManyTokens$/, 'answers with more than Dossier takes'],
];
