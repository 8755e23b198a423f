/** How a sentence looks, whatever it says. */
export interface SentenceForm {
  /** 1 or 0: it is a question; it ends in a full stop or the like; in a colon; it is an item of a list. */
  readonly question: number;
  readonly ended: number;
  readonly announces: number;
  readonly item: number;
  /** By how much it is shorter than 40 characters, as a share; and longer than 100, in hundreds. */
  readonly short: number;
  readonly long: number;
}

/** Reads the form of a sentence: whether it is a statement that can stand alone. */
export function formOf(text: string): SentenceForm {
  const width = DENSE.test(text) ? text.length * DENSITY : text.length;
  const end = text.slice(-END);
  return {
    question: /[?？]["”’'」]?$/u.test(end) ? 1 : 0,
    ended: /[.!?…。！？]["”’'」)\]]*$/u.test(end) ? 1 : 0,
    announces: /[:：]$/u.test(end) ? 1 : 0,
    item: ITEM.test(text) ? 1 : 0,
    short: Math.max(0, SHORT - width) / SHORT,
    long: Math.max(0, width - LONG) / LONG,
  };
}

const END = 8; // characters; no more marks close a sentence
const SHORT = 40; // characters
const LONG = 100;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const DENSITY = 2.5; // letters of an alphabet that one character of these scripts stands for
const ITEM = /^\s*(?:\(?\d{1,3}\s*[:.)]|\(?\p{L}\)|[*•●·▪‣◦–-])\s/u;
