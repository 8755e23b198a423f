import type { Slice } from '../text/slice.ts';

const OPENING =
  "(?:(?:is there|are there|any|some|more|the|all|what(?:[’']s| is| are)?|give (?:me|us)|show (?:me|us)|get (?:me|us)|please|latest|newest|recent|most recent|current|today[’']s) )*";
const NEWS = new RegExp(
  `^${OPENING}(?:news|updates?|developments?|info|information)(?= (?:on|about|regarding|concerning|from)\\b)`,
  'i',
);

/** Where a request opens with what it only asks for: “latest news on”, “any updates about”. Null if it doesn't. */
export function newsAsked(question: string): Slice | null {
  const [found = ''] = NEWS.exec(question.trimStart()) ?? [];
  const start = question.length - question.trimStart().length;
  return found === '' ? null : { start, end: start + found.length };
}
