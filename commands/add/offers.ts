import type { DraftContent } from '../../src/core/collecting/draft-store.ts';
import { digest } from '../../src/core/collecting/source-names.ts';
import type { CommandOffer } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import type { Adding } from './chosen-collection.ts';

const MOST = 4; // buttons beside each other that are still told apart

/** Ends a promise of looks where this program makes none itself. */
export const IF_RUNNING = ' while “dossier start” runs';

/** How something that was shown can be kept: by a button for each collection, or by what is typed. */
export interface Offered {
  readonly offers: readonly CommandOffer[];
  /** A sentence for those who type. */
  readonly how: string;
}

/** Keeps a draft, and offers to carry it out. `verb` stands on the buttons. */
export async function offerDraft(
  { drafts, context, places }: Adding,
  content: DraftContent,
  verb: 'Keep' | 'Follow' | 'Watch',
): Promise<Offered> {
  const { audience, at } = context;
  const { platform, workspace, user } = audience;
  const what = content.kind === 'document' ? content.key : content.address;
  const id = digest([platform, workspace, user, at.toISOString(), content.kind, what], 8);
  await drafts.put({ id, by: { platform, workspace, user }, at, content });
  const [first, ...others] = places;
  const isOnly = others.length === 0;
  const offers = places.slice(0, MOST).map((collection) => ({
    ...{ label: isOnly ? verb : `${verb} in ${collection}`, command: 'add' },
    options: { confirm: id, collection },
  }));
  const typed = hint('add', { confirm: id, collection: first });
  const elsewhere = isOnly ? '' : `, or name another collection: ${others.join(', ')}`;
  return { offers, how: `Type ${typed} to ${verb.toLowerCase()} it in ${first}${elsewhere}.` };
}
