import type { DocumentPart } from '../../core/library/reading/document-reader.ts';

/** A file that a message carries. */
export interface Attachment {
  readonly name: string | null;
  /** Its MIME type in small letters, if it is stated. */
  readonly type: string | null;
  /** Shown within the message. */
  readonly isInline: boolean;
  readonly bytes: Uint8Array;
}

// What belongs to the message itself: pictures in its text, signatures, calendar and layout data.
const NO_DOCUMENT =
  /^(?:application\/(?:pgp-(?:signature|encrypted|keys)|(?:x-)?pkcs7-(?:signature|mime))|text\/(?:x-amp-html|calendar|rfc822-headers)|message\/(?:delivery-status|disposition-notification))$/;
const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/csv': '.csv',
};

/** Attachments as documents to be read by whoever reads their format, each under a name of its own. */
export function toParts(attachments: readonly Attachment[]): DocumentPart[] {
  const taken = new Set<string>();
  return attachments.filter(isDocument).map((attachment, at) => {
    const name = freeName(nameOf(attachment, at + 1), taken);
    taken.add(name);
    return { id: `/${name}`, name, bytes: attachment.bytes };
  });
}

function isDocument({ type, isInline, bytes }: Attachment): boolean {
  const picture = isInline && /^(?:image|audio|video)\//.test(type ?? '');
  return bytes.length > 0 && !picture && !NO_DOCUMENT.test(type ?? '');
}

const MAX_NAME = 120; // characters

function nameOf({ name, type }: Attachment, number: number): string {
  const ending = ENDINGS[type ?? ''] ?? '';
  const given = (name ?? '')
    .normalize('NFC')
    .replace(/[/\\\p{C}]/gu, '_')
    .trim()
    .slice(-MAX_NAME);
  if (given === '') return `attachment ${number}${ending}`;
  return /\.[a-z0-9]{1,9}$/i.test(given) ? given : `${given}${ending}`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = name; ; number++) {
    if (!taken.has(free)) return free;
    free = name.replace(/(\.[^.]*)?$/, ` ${number}$1`);
  }
}
