const MARK = /["“”„«»「」『』]/gu;
const OPENING = '“„«「『';
const FREE_BEFORE = /^[\s([{—–/-]?$/;
const FREE_AFTER = /^[\s.,;:!?)\]}—–-]?$/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Counts the quotations that a text leaves open, less those that it closes without having opened them. A mark opens if only what
 * follows it is a word, and closes if only what stands before it is (“a”, „a“, «a», »a«, "a"); else it is as its form says (« a »).
 */
export function quotationBalance(text: string): number {
  let balance = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const isInches = mark === '"' && balance <= 0 && /\p{Nd}/u.test(text.charAt(index - 1));
    if (!isInches) balance += turnOf(mark, text.charAt(index - 1), text.charAt(index + 1));
  }
  return balance;
}

function turnOf(mark: string, before: string, after: string): number {
  const [opens, closes] = [FREE_BEFORE.test(before), FREE_AFTER.test(after)];
  if (opens !== closes) return opens ? 1 : -1;
  if (mark !== '"') return OPENING.includes(mark) ? 1 : -1;
  return Number(WORD.test(after)) - Number(WORD.test(before)); // said:"a"[1]
}
