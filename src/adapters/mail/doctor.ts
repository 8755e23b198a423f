import type { Findings } from '../../core/bot/platform.ts';
import { knock } from './send-once.ts';
import type { MailSettings } from './settings.ts';

const TIMEOUT = 10_000; // milliseconds

/** Asks the mail server whether it lets Dossier in. No mail is sent. */
export async function examineMail({ url, allowed }: MailSettings): Promise<Findings> {
  const { host } = new URL(url);
  const refused = await knock({ url, timeout: TIMEOUT });
  if (refused) return { lines: [`The mail server ${host} cannot be used: ${refused.message}`], ok: false };
  const to =
    allowed.length === 0
      ? 'Mail may go nowhere yet: set DOSSIER_MAIL_TO.'
      : `Mail may go to ${allowed.join(', ')}.`;
  return { lines: [`The mail server ${host} is ready.`, to], ok: allowed.length > 0 };
}
