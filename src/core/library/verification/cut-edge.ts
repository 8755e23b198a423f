import type { Slice } from '../../text/slice.ts';
import { compareText } from './compared-text.ts';

// A quotation may leave out what stands before and after it, but no part of a word or a number, and no negation.

/** What a slice of a text cuts off at one of its ends; null if it cuts nothing. */
export function cutEdge(text: string, { start, end }: Slice): string | null {
  const around = (from: number, to: number) => text.slice(Math.max(0, from), to);
  const [first, last] = [
    around(start, Math.min(end, start + REACH)),
    around(Math.max(start, end - REACH), end),
  ];
  const before =
    around(start - REACH, start)
      .split(PARAGRAPH)
      .at(-1) ?? '';
  const [after = ''] = around(end, end + REACH).split(PARAGRAPH);
  return cutBefore(compare(before), compare(first)) ?? cutAfter(compare(last), compare(after));
}

const REACH = 40; // characters looked at on either side
const PARAGRAPH = /\n\s*\n/;

function compare(piece: string): string {
  return compareText(piece).text;
}

function cutBefore(before: string, inside: string): string | null {
  if (isWithinWord(before, inside)) return lastWord(before);
  if (/^\p{N}/u.test(inside)) {
    const [sign] = SIGN.exec(before) ?? [];
    if (sign !== undefined) return sign.trim();
  }
  return onlyGroup(NEGATED_BEFORE.exec(before));
}

const SIGN = /(?:[-−–+±<>≤≥≈~#]|(?:[A-Z]{1,3})?\p{Sc}) ?$/u;

function cutAfter(inside: string, after: string): string | null {
  if (isWithinWord(inside, after)) return firstWord(after);
  if (/\p{N}$/u.test(inside)) {
    const [unit] = UNIT.exec(after) ?? [];
    if (unit !== undefined) return unit.trim();
  }
  return ENDED.test(inside) ? null : onlyGroup(NEGATED_AFTER.exec(after));
}

/** Whether two neighbouring pieces of text meet within a word or a number. */
function isWithinWord(left: string, right: string): boolean {
  if (/[\p{L}\p{N}\p{M}_]$/u.test(left) && /^[\p{L}\p{N}\p{M}_]/u.test(right))
    return !isUnspaced(left, right) || !isBetweenWords(left, right);
  return JOINTS.some(([ends, begins]) => ends.test(left) && begins.test(right));
}

/** How the two sides look where no letters meet. */
const JOINTS: readonly (readonly [RegExp, RegExp])[] = [
  [/\p{N}$/u, /^[.,:/'’\-–−]\p{N}/u], // 1|.5
  [/(?:\p{N}[.,:/'’]|[-–−./])$/u, /^\p{N}/u], // 1.|5, −|5
  [/[\p{L}\p{N}]$/u, /^[-‐‑][\p{L}\p{N}]/u], // non|-nuclear
  [/[\p{L}\p{N}][-‐‑]$/u, /^[\p{L}\p{N}]/u], // non-|nuclear
  [/\p{L}$/u, /^["'’]\p{Ll}/u], // isn|'t
  [/\p{L}["'’]$/u, /^(?:t|s|d|m|re|ve|ll)(?!\p{L})/u], // isn'|t
  [/\p{L}$/u, /^\.\p{L}/u], // U|.S.
  [/\p{L}\.$/u, /^\p{L}/u], // U.|S.
  [/\p{N}$/u, /^[%‰°′″]/u],
];

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function isUnspaced(left: string, right: string): boolean {
  return UNSPACED.test([...left].at(-1) ?? '') || UNSPACED.test([...right][0] ?? '');
}

/** Whether a word ends where two pieces of a text without spaces meet. */
function isBetweenWords(left: string, right: string): boolean {
  return [...segmenter.segment(left + right)].some(({ index }) => index === left.length);
}

const ENDED = /[.!?…。！？:;]["')\]]*$/u; // what follows is another sentence

const UNIT =
  /^(?:[ -]?(?:per ?cent|percent|percentage|hundred|thousand|million|billion|trillion|mn|bn|Prozent|Tausend|Mio|Mrd|Millionen|Milliarden|pour cent|mille|millions?|milliards?|por ciento|mil|millones)(?!\p{L})| ?[%‰°€£¥$])/u;

const NEGATIONS = [
  ...[
    'not',
    'no',
    'never',
    'neither',
    'nor',
    'without',
    'hardly',
    'scarcely',
    'barely',
    'cannot',
    'minus',
    'non',
  ],
  ...[
    'nicht',
    'kein',
    'keine',
    'keinen',
    'keinem',
    'keiner',
    'keines',
    'nie',
    'niemals',
    'weder',
    'ohne',
    'kaum',
  ],
  ...['ne', 'pas', 'jamais', 'aucun', 'aucune', 'sans', 'ni', 'nunca', 'jamás', 'ningún', 'ninguna', 'sin'],
  ...[
    'mai',
    'senza',
    'né',
    'não',
    'sem',
    'nem',
    'niet',
    'geen',
    'nooit',
    'zonder',
    'не',
    'ни',
    'нет',
    'без',
    'никогда',
  ],
].join('|');
const NEGATED_BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(${NEGATIONS}|\\p{L}+n["'’]t|n["'’]) ?$|([不没沒未非無无勿])$`,
  'iu',
);
const NEGATED_AFTER =
  /^ (not|never|nicht|nie|niemals|pas|jamais|niet|nooit)(?!\p{L})|^ ?((?:지 )?않|아니|못)|^(な[いかく]|ませ?ん|ず)/iu;

function lastWord(text: string): string {
  return /\S+$/u.exec(text)?.[0] ?? text;
}

function firstWord(text: string): string {
  return /^\S+/u.exec(text)?.[0] ?? text;
}

/** The one group of a match that took part in it. */
function onlyGroup(match: RegExpExecArray | null): string | null {
  return match?.slice(1).find((group) => group !== undefined) ?? null;
}
