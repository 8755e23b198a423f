import { tidyLine } from '../clean/readable-text.ts';

/** What the headers of a message say of the list that it was sent to. */
export interface MailHeaders {
  readonly name: string | null;
  readonly address: string | null;
  /** The value of a header, by its name in lower case; null if there is none. */
  header(name: string): string | null;
}

/**
 * Whether a message is a newsletter: one that can be unsubscribed from, or that was sent to a list to which nobody writes. What people
 * write to each other over a mailing list (`List-Post`) is none.
 */
export function isNewsletter({ header }: Pick<MailHeaders, 'header'>): boolean {
  const post = header('list-post');
  if (post !== null && /mailto:/i.test(post)) return false;
  return header('list-unsubscribe') !== null || header('list-id') !== null;
}

/** Who stands behind a newsletter. */
export interface Imprint {
  readonly publisher: string | null;
  /** Who writes it, if its sender is called "Ada Quay from Pier Weekly". */
  readonly author: string | null;
}

/** The publisher of a newsletter is its sender's name; else the list's name, else the sender's domain. */
export function imprintOf({ name, address, header }: MailHeaders): Imprint {
  const said = tidyLine(name)?.replace(VIA, '') ?? null;
  const [, writer, paper] = /^(\S.{1,60}?) from (\S.{1,80})$/i.exec(said ?? '') ?? [];
  if (writer !== undefined && paper !== undefined && /^\p{Lu}\S* (?:\S+ )*\p{Lu}/u.test(writer))
    return { publisher: paper, author: writer };
  const isNamed = said !== null && !NOBODY.test(said) && !said.includes('@');
  const publisher = isNamed ? said : (tidyLine(listName(header('list-id'))) ?? domainOf(address));
  return { publisher, author: null };
}

const NOBODY =
  /^(?:(?:do[-_. ]?not|no|nicht|ne[-_. ]pas)[-_. ]?(?:reply|antworten|repondre)|news(?:letter)?s?|info|mail(?:er)?|notifications?|updates?|hello|bounces?)$/i;
const VIA = /\s+(?:via|über)\s+\S.{0,40}$/i;
const MACHINE = /^[\da-f]{8,}|^\d+$|\bmc list$/i; // names that programs give lists

function listName(id: string | null): string | null {
  const name =
    id
      ?.replace(/<[^<>]*>/g, '')
      .replace(/^\s*"?|"?\s*$/g, '')
      .trim() ?? '';
  return name === '' || MACHINE.test(name) || /[@<>]/.test(name) ? null : name;
}

function domainOf(address: string | null): string | null {
  const domain = /@([\w.-]+)$/.exec(address ?? '')?.[1]?.toLowerCase();
  return domain?.replace(/^(?:(?:e?mail|news(?:letter)?s?|mg|em\d*|bounces?|www)\.)+(?=[^.]+\.)/, '') ?? null;
}
