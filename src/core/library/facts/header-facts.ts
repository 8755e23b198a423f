import { parseLocalDate } from '../../text/local-date.ts';
import { parseStatedDate } from '../../text/stated-date.ts';
import type { HeaderBlock } from './header-block.ts';

/** What a document's header says of it; null is unknown. */
export interface HeaderFacts {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  /** The day of its last change. */
  readonly updated: string | null;
}

const TITLE = [
  /^(?:(?:short |full |working )?title|subject|re|betreff|objet|asunto|oggetto|assunto|onderwerp)$/i,
  /^(?:feature )?name$/i,
];
const AUTHOR = [
  /^(?:primary |lead |original |proposal )?(?:authors?|autor(?:en|a)?|auteurs?|autore?s?|verfasser(?:in)?)$/i,
  /^(?:from|von)$/i,
];
const DATES = [
  /^(?:(?:date )?published(?: on| at)?|(?:publication|issue|release) ?date|date (?:of )?(?:issued?|publication)|issued)$/i,
  /^(?:date|datum|fecha|data|日付|日期|날짜)$/i,
  /^(?:created(?: on| at)?|(?:start|creation|created|submission) ?date|date (?:created|of creation|submitted|proposed)|proposed|submitted(?: on| at)?|drafted|started|erstellt(?: am)?|作成日|작성일)$/i,
];
const UPDATED = [/updated|modified|revised|changed/i];

/** Reads the facts among a header's fields; fields that are not filled in say nothing. */
export function readHeader(header: HeaderBlock | null, language: string | null): HeaderFacts {
  const find = (labels: readonly RegExp[], read: (value: string) => string | null) =>
    labels.reduce<string | null>((found, label) => found ?? firstOf(header, label, read), null);
  const readDay = (value: string) => readDate(value, language);
  return {
    title: find(TITLE, readTitle),
    author: find(AUTHOR, readNames),
    published: find(DATES, readDay),
    updated: find(UPDATED, readDay),
  };
}

function firstOf(
  header: HeaderBlock | null,
  label: RegExp,
  read: (value: string) => string | null,
): string | null {
  for (const [name, value] of header?.fields ?? []) {
    const found = label.test(name) && !EMPTY.test(value) ? read(value) : null;
    if (found !== null) return found;
  }
  return null;
}

const EMPTY =
  /^[^\p{L}\p{N}]*(?:(?:n\/?a|none|tbd|tba|todo|unknown|unnamed|not (?:applicable|assigned|known)|xxx+|0000|fill me in.*|\(fill.*|my_awesome_feature|yyyy.*)[^\p{L}\p{N}]*)?$/iu;
const MAX_TITLE = 200; // characters

function readTitle(value: string): string | null {
  const title = value.replace(/^["“']|["”']$/g, '').trim();
  return /\p{L}{2}/u.test(title) && title.length <= MAX_TITLE ? title : null;
}

/** Names without their addresses; a handle or an address alone is no name. */
function readNames(value: string): string | null {
  const names = value
    .split(/[,;]| (?:and|und|et|y|e|&) /)
    .map((part) =>
      part
        .replace(/<[^<>]*>|\([^()]*[@/][^()]*\)|\S+@\S+|@[\w-]+|https?:\S+/g, '')
        .replace(/[\s()<>]+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '');
  const isName = (name: string) =>
    /^\p{Lu}/u.test(name) && name.length <= 60 && !/[.:!?]\s/.test(name.replace(/\b\p{Lu}\./gu, ''));
  const all = names.filter((name) => /\p{L}/u.test(name));
  return all.length > 0 &&
    all.length <= 20 &&
    all.every((name) => isName(name) || /^[\p{Lo}\s]+$/u.test(name))
    ? all.join(', ')
    : null;
}

function readDate(value: string, language: string | null): string | null {
  const bare = value.replace(/^[\s([*_]+|[\s)\]*_.]+$/g, '');
  const spelled = bare.replace(/(\d)-(\p{L}{3,9})-(\d)/u, '$1 $2 $3');
  return parseStatedDate(spelled) ?? parseLocalDate(spelled, language);
}
