/** A quotation that was changed, and how. */
export interface Alteration {
  readonly how: string;
  readonly text: string;
}

const WORD = /\p{L}[\p{L}\p{M}’']*/gu;
const NUMBER = /\p{Nd}+/gu;
const NEGATION = /\b(?:not|no|never|nicht|kein|keine|nie|ne|pas|jamais|sin|nunca) |n['’]t\b/iu;
const OTHERS = ['seldom', 'Norway', 'however', 'increase', 'Minister', 'three'];

/** Ways to change a word, a number or a negation of a sentence; `random` is below 1. */
export function alterations(sentence: string, random: () => number): readonly Alteration[] {
  const words = [...sentence.matchAll(WORD)];
  const inner = words.slice(1, -1);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const [word, number] = [pick(inner), pick([...sentence.matchAll(NUMBER)])];
  const made: Alteration[] = [];
  if (word) {
    const replaced = (by: string) => splice(sentence, word, by);
    const [text] = word;
    made.push({ how: 'a word replaced', text: replaced(pick(OTHERS) ?? '') });
    made.push({ how: 'a word left out', text: splice(sentence, word, '').replace(/ {2}/, ' ') });
    made.push({ how: 'a word said twice', text: replaced(`${text} ${text}`) });
    made.push({ how: 'a negation put in', text: replaced(`not ${text}`) });
    made.push({ how: 'a letter more', text: replaced(`${text}s`) });
    made.push({ how: 'a letter less', text: replaced(text.slice(0, -1)) });
    made.push({ how: 'another case', text: replaced(otherCase(text)) });
  }
  const [first, second] = [words[1], words[2]];
  if (first && second && first[0] !== second[0])
    made.push({
      how: 'words exchanged',
      text: splice(splice(sentence, second, first[0]), first, second[0]),
    });
  if (NEGATION.test(sentence))
    made.push({ how: 'a negation left out', text: sentence.replace(NEGATION, '') });
  if (number) {
    const [digits] = number;
    const last = Number(digits.at(-1));
    made.push({
      how: 'a digit changed',
      text: splice(sentence, number, `${digits.slice(0, -1)}${(last + 1) % 10}`),
    });
    made.push({ how: 'a digit more', text: splice(sentence, number, `${digits}0`) });
    made.push({ how: 'a number left out', text: splice(sentence, number, '') });
  }
  return made.filter(({ text }) => text !== sentence);
}

function splice(text: string, found: RegExpMatchArray, by: string): string {
  const at = found.index ?? 0;
  return text.slice(0, at) + by + text.slice(at + found[0].length);
}

function otherCase(word: string): string {
  const [first = '', ...rest] = word;
  const upper = first.toUpperCase();
  return (first === upper ? first.toLowerCase() : upper) + rest.join('');
}

/** Ways of writing a quotation that change nothing in it. */
export function rewritings(sentence: string): readonly string[] {
  return [
    sentence,
    `“${sentence}”`,
    ` "${sentence}" `,
    sentence.replace(/\s/g, '\n  '),
    sentence.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
    sentence.normalize('NFD'),
  ];
}

/** A document's text with what alterations leave alone made equal, to know independently whether one stands there by chance. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/["'“”„‘’«»‹›`]/gu, '"')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Numbers below 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
