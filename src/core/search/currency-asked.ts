import type { Slice } from '../text/slice.ts';

const CURRENCY =
  'dollars?|dollari|d[óo]lares|euros?|pounds|francs|franken|franchi|francos|libras|yen|yuan|won(?! (?:the|an?|at|in)(?!\\p{L}))|rupees|roubles|rubles|rubel|pesos|reais|kron(?:a|or|er|en)|crowns|z[łl]oty';
const SCALE =
  'thousand|million(?:en|s)?|milliard(?:en|s)?|billion(?:s|en)?|trillion|tausend|mil|millones|milioni|miliardi|milhões|miljoen|miljard';
const OF =
  "US|U\\.S\\.|American|Canadian|Australian|New Zealand|Hong Kong|Singapore|British|Swiss|Norwegian|Danish|Swedish|Czech|Japanese|Chinese|Indian|Mexican|amerikanische|kanadische|Schweizer|d[ei]|d[’']";
const ASKED = new RegExp(
  `(?<!\\p{L})(?:how many|wie ?viele?|combien|cu[áa]nt[oa]s|quant[eio]s?|hoeveel) (?=(?:(?:${SCALE}|${OF}) ?){0,3}(?:${CURRENCY})(?!\\p{L}))`,
  'iu',
);
const ASKS = /how many|wie ?viel|combien|cu[áaÁA]nt|quant|hoeveel/i;
const WORDS = new RegExp(`^(?:(?:${SCALE}|${OF}) ?){0,3}(?:${CURRENCY})`, 'iu');

/** Where a question says in which money it wants to hear an amount (“how many US dollars”), which texts write as a sign; null if nowhere. */
export function currencyAsked(question: string): Slice | null {
  const found = ASKS.test(question) ? ASKED.exec(question) : null; // which takes milliseconds to compile
  if (!found) return null;
  const start = found.index + found[0].length;
  return { start, end: start + (WORDS.exec(question.slice(start))?.[0].length ?? 0) };
}
