import { hasVerb } from '../text/verb-like.ts';

/** How a sentence looks, whatever it says. */
export interface SentenceForm {
  /** 1 or 0: it is a question; it ends in a full stop or the like; in a colon; it is an item of a list, or of references. */
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
    item: ITEM.test(text) || isReference(text) ? 1 : 0,
    short: Math.max(0, SHORT - width) / SHORT,
    long: Math.max(0, width - LONG) / LONG,
  };
}

/** Whether a text is a title with its address: “Harbour Act. https://example.org/act”. */
function isReference(text: string): boolean {
  const address = ADDRESS_LAST.exec(text);
  if (address === null) return false;
  const title = text.slice(0, address.index);
  return !hasVerb(title) && !SENDS.test(title) && !TELLS.test(title);
}

/** “Expense portal: …”, “Questions go to …”: where somebody finds something. */
const SENDS =
  /(?::|(?<!\p{L})(?:to|at|on|from|via|through|under|here|unter|auf|bei|über|zu|von|hier|sur|à|chez|ici|en|a|aquí|su|qui|em|aqui|op|bij|naar))\s*$/iu;
/** “See the portal …”, “Report faults by the form …”. */
const TELLS =
  /^(?:please\s|(?:see|visit|use|open|read|go|sign|log|check|follow|register|report|send|apply|contact|ask|find|download|join|book|subscribe|submit|click|try|run|get|start)\s(?!of\s)[^.]*$)/iu;

const ADDRESS_LAST = /[(<[]?https?:\/\/\S+$/u;
const END = 8; // characters; no more marks close a sentence
const SHORT = 40; // characters
const LONG = 100;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const DENSITY = 2.5; // letters of an alphabet that one character of these scripts stands for
const ITEM = /^\s*(?:\(?\d{1,3}\s*[:.)]|\(?\p{L}\)|[*•●·▪‣◦–-])\s/u;
