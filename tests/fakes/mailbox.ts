import { FetchFailure } from '../../src/core/collecting/fetcher.ts';
import type { Mail, Mailbox } from '../../src/core/collecting/mailbox.ts';

/** A mailbox in memory. */
export interface FakeMailbox extends Mailbox {
  validity: string;
  /** By number, from 1 on; null for what is not taken in. */
  mails: (Mail | null)[];
  /** After how many messages the connection ends, once; null for never. */
  dropAfter: number | null;
  /** What was reached, in order. */
  readonly reached: number[];
}

/** Creates a mailbox that holds these messages. */
export function createFakeMailbox(mails: (Mail | null)[] = []): FakeMailbox {
  return {
    ...{ validity: '1', mails, dropAfter: null, reached: [] },
    async *read(after) {
      const start = after?.validity === this.validity ? after.last : 0;
      for (let at = start; at < this.mails.length; at++) {
        if (this.dropAfter !== null && this.dropAfter-- <= 0) {
          this.dropAfter = null;
          throw new FetchFailure('breaks off', 'unreachable');
        }
        this.reached.push(at + 1);
        yield { place: { validity: this.validity, last: at + 1 }, mail: this.mails[at] ?? null };
      }
    },
  };
}

/** A message with this subject. */
export function heldMail(subject: string, date = 'Thu, 11 Apr 2024 07:00:00 +0200'): Mail {
  return {
    subject,
    date,
    bytes: Buffer.from(`Subject: ${subject}\r\nDate: ${date}\r\n\r\nAbout ${subject}.`),
  };
}
