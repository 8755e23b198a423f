import { joinBrokenLines } from './blocks.ts';
import { raisedText } from './raised-text.ts';

/** Collects what stands in a paragraph, piece by piece. */
export interface LineBuilder {
  /** Adds text; `raised` is set above the line, as exponents and note marks are. */
  addText(text: string, raised?: boolean): void;
  /** Adds a formula, apart from the words around it. */
  addFormula(text: string): void;
  /** Adds a picture, of which the text keeps what it shows or a mark if it stands between words. */
  addPicture(alternative: string | null): void;
  /** Adds an object of another program, which may be what the text is about: what it is called or a mark, wherever it stands. */
  addObject(alternative: string | null): void;
  isEmpty(): boolean;
  /** The text of the paragraph, \n where a line is broken and the sentence ends. */
  text(): string;
}

/** What stands for something that has no text. */
export const MARK = '[…]';

interface Piece {
  readonly kind: 'text' | 'raised' | 'formula' | 'picture';
  readonly text: string;
}

/** Creates an empty line. */
export function createLineBuilder(): LineBuilder {
  const pieces: Piece[] = [];
  return {
    addText(text, raised = false) {
      const kind = raised ? 'raised' : 'text';
      const last = pieces.at(-1);
      if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
      else if (text !== '') pieces.push({ kind, text });
    },
    addFormula: (text) =>
      void pieces.push({ kind: 'formula', text: text.trim() === '' ? MARK : text.trim() }),
    addPicture: (alternative) => void pieces.push({ kind: 'picture', text: pictureText(alternative) }),
    addObject: (alternative) => void pieces.push({ kind: 'formula', text: pictureText(alternative) }),
    isEmpty: () => pieces.every(({ kind, text }) => kind === 'picture' || text.trim() === ''),
    text: () =>
      joinBrokenLines(pieces.reduce((text, piece, at) => text + pieceText(piece, text, pieces[at + 1]), '')),
  };
}

function pieceText({ kind, text }: Piece, before: string, next: Piece | undefined): string {
  switch (kind) {
    case 'text':
      return text;
    case 'raised':
      return /\S/.test(before) ? raisedText(text, before) : numberOfNote(text, next?.text ?? '');
    case 'formula':
      return apart(text, before, next?.text ?? '');
    case 'picture':
      return isInSentence(before, next) ? apart(text, before, next?.text ?? '') : '';
  }
}

/** What is raised at the head of a line numbers it, as a note's number does, and joins no word. */
function numberOfNote(text: string, after: string): string {
  return `${raisedText(text, '').trimEnd()}${/^\s/.test(after) ? '' : ' '}`;
}

function apart(text: string, before: string, after: string): string {
  return `${/[\p{L}\p{N}]$/u.test(before) ? ' ' : ''}${text}${/^[\p{L}\p{N}]/u.test(after) ? ' ' : ''}`;
}

function isInSentence(before: string, next: Piece | undefined): boolean {
  return (
    /[^\s.!?:][ \t]*$/.test(before.slice(-LOOK)) &&
    next !== undefined &&
    /^[ \t]*[^\s]/.test(next.text.slice(0, LOOK))
  );
}

const LOOK = 20; // characters
const MAX_ALTERNATIVE = 200; // characters of a description that a sentence can hold

// What programs write instead of a description.
const NO_ALTERNATIVE =
  /automatically generated|^(?:image|picture|grafik|bild|graphic|object|shape|logo|icon)?[\s\d._-]*$|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$/i;

/** What stands for a picture or an object: what its author says that it shows, in brackets, or a mark. */
export function pictureText(alternative: string | null): string {
  const text = (alternative ?? '').replace(/\s+/g, ' ').trim();
  return text === '' || text.length > MAX_ALTERNATIVE || NO_ALTERNATIVE.test(text) ? MARK : `[${text}]`;
}
