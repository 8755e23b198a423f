import * as z from 'zod';
import { optionalText } from '../core/bot/settings.ts';
import type { CollectionId } from '../core/library/documents/document.ts';
import { parseSenders, type Senders } from '../fetchers/imap/senders.ts';

/** The mailbox whose mail becomes documents. */
export interface MailboxSettings {
  /** Without a password. */
  readonly url: string;
  readonly password: string;
  readonly collection: CollectionId;
  readonly senders: Senders;
}

const FORM = /^imaps?:\/\/[^\s:@/]+@[^\s@]+$/;

/** What the environment says of the mailbox. */
export const mailboxShape = {
  IMAP_URL: optionalText.refine(
    (url) => url === null || (FORM.test(url) && URL.canParse(url) && isDecodable(url)),
    'must look like imaps://user@host/folder, with %40 for an @ in the user; the password belongs in IMAP_PASSWORD',
  ),
  IMAP_PASSWORD: optionalText,
  DOSSIER_MAIL_COLLECTION: optionalText.refine(
    (name) => name === null || /^[^./\\\0][^/\\\0]*$/.test(name),
    'must be the name of a collection',
  ),
  DOSSIER_MAIL_FROM_ALLOW: z
    .string()
    .prefault('')
    .refine(
      (list) => parseSenders(list) !== null,
      'must be a list like @example.org, news@other.example, or * for everybody',
    )
    .transform((list) => parseSenders(list) ?? []),
};

type MailboxValues = z.infer<z.ZodObject<typeof mailboxShape>>;

function isDecodable(url: string): boolean {
  return !/%(?![\da-f]{2})/i.test(url);
}

const NEEDED = ['IMAP_PASSWORD', 'DOSSIER_MAIL_COLLECTION'] as const;

/** What is missing beside IMAP_URL. Anybody can send mail, so whose is taken in has to be said. */
export function mailboxConflicts(values: MailboxValues): string[] {
  if (values.IMAP_URL === null) return [];
  return [
    ...NEEDED.filter((name) => values[name] === null).map((name) => `IMAP_URL needs ${name}`),
    ...(values.DOSSIER_MAIL_FROM_ALLOW.length === 0
      ? ['IMAP_URL needs DOSSIER_MAIL_FROM_ALLOW, the senders whose mail is taken in']
      : []),
  ];
}

/** Null if no mail is read. */
export function toMailbox(values: MailboxValues): MailboxSettings | null {
  const { IMAP_URL: url, IMAP_PASSWORD: password, DOSSIER_MAIL_COLLECTION: collection } = values;
  if (url === null || password === null || collection === null) return null;
  return { url, password, collection: collection as CollectionId, senders: values.DOSSIER_MAIL_FROM_ALLOW };
}
