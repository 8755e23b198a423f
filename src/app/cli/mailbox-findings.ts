import type { Findings } from '../../core/bot/platform.ts';
import { FetchFailure } from '../../core/collecting/fetcher.ts';
import type { MailboxSettings } from '../mailbox-settings.ts';

/** Asks whether the mailbox can be read. Nothing in it is changed. */
export async function examineMailbox(mailbox: MailboxSettings | null): Promise<Findings> {
  if (mailbox === null) return { lines: [], ok: true };
  const { hostname } = new URL(mailbox.url);
  const { countMessages } = await import('../../fetchers/imap/imap-mailbox.ts');
  try {
    const count = await countMessages(mailbox);
    const held = count === 1 ? '1 message' : `${count} messages`;
    const whose = mailbox.senders.includes('*') ? 'everybody' : mailbox.senders.join(', ');
    const taken = `Mail from ${whose} goes to the collection ${mailbox.collection}.`;
    return { lines: [`The mailbox at ${hostname} can be read: ${held}.`, taken], ok: true };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    return { lines: [`The mailbox at ${hostname} ${error.message}.`], ok: false };
  }
}
