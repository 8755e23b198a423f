/** How far a mailbox was read. */
export interface MailPlace {
  /** Another one means that the mailbox counts its messages anew (UIDVALIDITY, RFC 9051). */
  readonly validity: string;
  /** The number of the last message that was seen (UID). */
  readonly last: number;
}

/** A message as it came. */
export interface Mail {
  readonly subject: string | null;
  /** As its header has it. */
  readonly date: string | null;
  readonly bytes: Uint8Array;
}

/** A message that was reached: what it is, or null if it is not taken in. */
export interface ReachedMail {
  readonly place: MailPlace;
  readonly mail: Mail | null;
}

/** A folder of mail, read only: nothing in it is marked, moved or deleted. */
export interface Mailbox {
  /** Its messages after a place, oldest first; all of them after null. Fails with a FetchFailure. */
  read(after: MailPlace | null, signal: AbortSignal): AsyncIterable<ReachedMail>;
}

/** Whether an address is that of a mailbox rather than a feed. */
export function isMailbox({ url }: { readonly url: string }): boolean {
  return /^imaps?:/.test(url);
}

/** A place as a source stores it. */
export function formatPlace({ validity, last }: MailPlace): string {
  return `${validity}:${last}`;
}

/** The place that a source stores; null if there is none. */
export function parsePlace(text: string | null): MailPlace | null {
  const [, validity, last] = /^(\d{1,20}):(\d{1,10})$/.exec(text ?? '') ?? [];
  return validity === undefined ? null : { validity, last: Number(last) };
}
