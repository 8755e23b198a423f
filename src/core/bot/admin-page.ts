import type { Audience } from '../library/audience.ts';

/** What a manager is told of the page on which Dossier is looked after. */
export interface AdminLink {
  /** Opens the page for whoever asked, and for nobody else; null if a link would be seen by others. */
  readonly url: string | null;
  /** What it says, or how to get one. */
  readonly detail: string;
}

/** The page on which managers look after a Dossier. */
export interface AdminPage {
  /** Null if there is no page that the person could open. */
  linkFor(audience: Audience): AdminLink | null;
}

/** Its path. */
export const ADMIN_PATH = '/admin';

/** No page at all. */
export const NO_ADMIN_PAGE: AdminPage = { linkFor: () => null };
