import { ADMIN_PATH, type AdminPage } from '../../core/bot/admin-page.ts';
import { hint } from '../../core/text/hint.ts';
import { LASTS, type Tickets } from './tickets.ts';

/** Where the page is. */
export interface AdminPlace {
  /** Where others reach the server; null if only this machine does. */
  readonly publicUrl: string | null;
  /** Where this machine alone reaches it; null if it doesn't. */
  readonly localUrl: string | null;
}

/** The names in its addresses. */
export const ADMIN = { path: ADMIN_PATH, open: 'open', ticket: 'ticket' } as const;

/** Links managers to the page: on this machine as it is, elsewhere by a ticket that only they are shown. */
export function createAdminPage({ publicUrl, localUrl }: AdminPlace, tickets: Tickets): AdminPage {
  return {
    linkFor(audience) {
      if (audience.local) {
        const url = localUrl === null ? null : `${localUrl}${ADMIN.path}`;
        return url === null ? null : { url, detail: url };
      }
      if (publicUrl === null || audience.user === '') return null;
      if (!audience.private) return { url: null, detail: HOW };
      const ticket = tickets.issue('link', audience);
      const url = `${publicUrl}${ADMIN.path}/${ADMIN.open}?${new URLSearchParams({ [ADMIN.ticket]: ticket })}`;
      return { url, detail: `open it once, within ${LASTS.link} minutes, for you alone` };
    },
  };
}

const HOW = `give ${hint('status')} as a slash command for a link that only you see`;
