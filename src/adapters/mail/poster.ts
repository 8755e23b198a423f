import { isUnconnected, later } from '../../core/delivery/call-outcome.ts';
import type { Posted, Poster, PostRequest } from '../../core/delivery/poster.ts';
import { isAllowed } from './addresses.ts';
import { composeMail, messageIdOf } from './compose-mail.ts';
import { type Delivered, sendOnce } from './send-once.ts';
import type { MailSettings } from './settings.ts';

const TIMEOUT = 10_000; // milliseconds for each step, several of which fit into a lease

/** What a poster is made with besides the settings. */
export interface MailPosterOptions {
  now(): Date;
  /** Milliseconds after which a step is given up; absent: ten seconds. */
  readonly timeout?: number;
}

/**
 * Creates a poster that mails to the addresses that the operator allows. A mailbox cannot be searched, so what may have
 * arrived is never sent again.
 */
export function createMailPoster(settings: MailSettings, options: MailPosterOptions): Poster {
  return {
    platform: 'mail',
    deduplicatesFor: 0,
    post: (request) => post(settings, options, request),
    find: async () => ({ kind: 'cannot-search', detail: 'a mailbox cannot be searched', forGood: true }),
    threadOf: () => null,
    tell: async () => false,
  };
}

async function post(
  { url, from, allowed }: MailSettings,
  { now, timeout = TIMEOUT }: MailPosterOptions,
  { channel: { channel: to }, message, key, mayStillSend }: PostRequest,
): Promise<Posted> {
  if (!isAllowed(to, allowed))
    return { kind: 'refused', why: 'closed', detail: 'the address is not in DOSSIER_MAIL_TO' };
  const letter = { from, to, key, message, date: now() };
  let bytes: Buffer;
  try {
    bytes = await composeMail(letter);
  } catch (cause) {
    return { kind: 'refused', why: 'invalid', detail: 'Could not write the mail.', cause };
  }
  const delivered = await sendOnce({ url, timeout }, { from, to, bytes, mayStillSend });
  return outcomeOf(delivered, messageIdOf(letter));
}

function outcomeOf(delivered: Delivered, messageId: string): Posted {
  switch (delivered.kind) {
    case 'accepted':
      return { kind: 'sent', messageId };
    case 'given-up':
      return later('too late to send it');
    case 'failed':
      return failureOf(delivered);
  }
}

/** A server's own answer is final; without one, a mail that it had asked for may have arrived. */
function failureOf({ begun, cause }: Extract<Delivered, { kind: 'failed' }>): Posted {
  const { responseCode, code, message: detail } = cause;
  if (responseCode === undefined)
    return begun ? { kind: 'unknown', detail } : later(detail, { everywhere: isOutage(cause) });
  if (responseCode < 500) return later(detail);
  if (code === 'EAUTH') return { kind: 'stopped', detail };
  return { kind: 'refused', why: cause.command === 'RCPT TO' ? 'closed' : 'invalid', detail };
}

function isOutage(cause: NodeJS.ErrnoException): boolean {
  return (
    isUnconnected(cause) || ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS'].includes(cause.code ?? '')
  );
}
