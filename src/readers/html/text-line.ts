import type { PictureText } from './pictures.ts';

const BEFORE = 80; // characters of its block that a script is judged by

export type TextLine = ReturnType<typeof createTextLine>;

/** Follows the text of a block, so that what interrupts it can be judged by what stands before and after it. */
export function createTextLine(write: (text: string) => void) {
  let before = '';
  let picture: PictureText | null = null; // waits for what follows it
  let formula = false; // whether the last thing was a formula
  let numerator = ''; // what was left out as a note's mark, but is one if a fraction bar follows
  const put = (text: string) => {
    before = (before + text).slice(-BEFORE);
    if (text !== '') write(text);
  };
  let apart = false; // whether a word that follows is another word
  const say = (text: string) => {
    if (text === '') return;
    if (apart && /^[\p{L}\p{N}]/u.test(text)) put(' ');
    if (/^[/⁄]/.test(text)) put(numerator);
    [apart, numerator] = [false, ''];
    if (/\S/.test(text)) {
      if (picture && /\S/.test(before)) put(spaced(picture.text, before, text));
      [picture, formula] = [null, false];
    }
    put(text);
  };
  return {
    before: () => before,
    say,
    /** Writes a formula, which some pages give twice. */
    sayFormula(text: string) {
      if (!formula) say(spaced(text, before, ' '));
      formula = true;
    },
    /** Writes a word that touches its neighbours in the page, but is none of them. */
    sayApart(text: string) {
      say(/[\s(]$|^$/.test(before) ? text : ` ${text}`);
      apart = true;
    },
    /** Leaves out a note's mark. */
    skip(mark: string) {
      numerator = mark;
    },
    /** Pictures stand in a sentence only if it goes on after them. */
    show(shown: PictureText) {
      if (!formula && (shown.characters || !SENTENCE_END.test(before))) picture = shown;
    },
    end() {
      if (picture?.characters && /\S/.test(before)) put(spaced(picture.text, before, ''));
      picture = null;
      formula = false;
      numerator = '';
      before = '';
    },
  };
}

const SENTENCE_END = /[.!?…:]["”’)]?\s*$/;

function spaced(text: string, before: string, after: string): string {
  const start = /[\s([“"‘]$|^$/.test(before) ? '' : ' ';
  return `${start}${text}${/^(?:[\s.,;:!?)\]”’%]|$)/.test(after) ? '' : ' '}`;
}
