import fc from 'fast-check';
import { expect } from 'vitest';
import type { DocumentReader } from '../../src/core/library/reading/document-reader.ts';

/** A piece of a made document: how its format writes it, and the words that it shows, each of which is in no other piece. */
export interface Piece {
  readonly written: string;
  /** In the order of reading. */
  readonly shown: readonly string[];
  /** Words that stand below the paragraph or table that has the piece: of notes and text boxes. */
  readonly below?: readonly string[];
  /** Whether words may come in another order and again: of a table, whose rows repeat the names of its columns. */
  readonly table?: boolean;
}

/** Makes a piece with words of its own each time. */
export type MakePiece = () => Piece;

const STEMS = ['word', 'größe', 'слово', 'naïve', 'łódź', 'Quay', 'λόγος', 'Übung'];
let count = 0;
const nextWord = () => `${STEMS[count % STEMS.length]}${count++}x`;

/** A piece that shows its word where it stands. */
export function shown(write: (word: string) => string): MakePiece {
  return () => {
    const word = nextWord();
    return { written: write(word), shown: [word] };
  };
}

/** A piece that shows its word below its paragraph. */
export function below(write: (word: string) => string): MakePiece {
  return () => {
    const word = nextWord();
    return { written: write(word), shown: [], below: [word] };
  };
}

/** A piece whose word nobody sees. */
export function unseen(write: (word: string) => string): MakePiece {
  return () => ({ written: write(nextWord()), shown: [] });
}

/** One to eight pieces, a gap after each but the last; the first shows a word. */
export function line(makers: readonly MakePiece[], gaps: readonly string[]): fc.Arbitrary<Piece> {
  const [first = shown(String)] = makers;
  const more = fc.array(fc.tuple(fc.constantFrom(...gaps), fc.constantFrom(...makers)), { maxLength: 7 });
  return more.map((parts) => {
    const pieces = [first(), ...parts.map(([, make]) => make())];
    const before = ['', ...parts.map(([gap]) => gap)];
    return combine(pieces, pieces.map(({ written }, at) => `${before[at]}${written}`).join(''));
  });
}

/** A piece within others' marks, such as those of a paragraph. */
export function wrap(piece: fc.Arbitrary<Piece>, write: (inside: string) => string): fc.Arbitrary<Piece> {
  return piece.map((made) => ({ ...made, written: write(made.written) }));
}

/** Several pieces of a kind, such as the items of a list. */
export function several(
  piece: fc.Arbitrary<Piece>,
  size: readonly [least: number, most: number],
  write: (insides: readonly string[]) => string,
): fc.Arbitrary<Piece> {
  return fc
    .array(piece, { minLength: size[0], maxLength: size[1] })
    .map((pieces) => combine(pieces, write(pieces.map(({ written }) => written))));
}

/** A table of two to four rows of two or three cells. */
export function table(
  cell: fc.Arbitrary<Piece>,
  write: (rows: readonly (readonly string[])[]) => string,
): fc.Arbitrary<Piece> {
  return fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) =>
    fc.array(cell, { minLength: rows * columns, maxLength: rows * columns }).map((cells) => {
      const texts = cells.map(({ written }) => written);
      const written = write(
        Array.from({ length: rows }, (_, row) => texts.slice(row * columns, (row + 1) * columns)),
      );
      return { ...combine(cells, written), table: true };
    }),
  );
}

function combine(pieces: readonly Piece[], written: string): Piece {
  return {
    written,
    shown: pieces.flatMap((piece) => piece.shown),
    below: pieces.flatMap((piece) => piece.below ?? []),
  };
}

/** What `expectEveryWord` is run with. */
interface EveryWord {
  readonly reader: DocumentReader;
  readonly name: string;
  readonly blocks: readonly fc.Arbitrary<Piece>[];
  /** A file of these blocks. */
  write(blocks: readonly string[]): Uint8Array;
  /** Blocks of a document at most. */
  readonly most?: number;
}

/** Expects each word that a made document shows to be stored once, in order and apart from others, and no other word. */
export async function expectEveryWord({ reader, name, blocks, write, most = 8 }: EveryWord): Promise<void> {
  const some = fc.array(fc.oneof(...blocks), { minLength: 1, maxLength: most });
  await fc.assert(
    fc.asyncProperty(some, async (pieces) => {
      const { text } = await reader.read(write(pieces.map(({ written }) => written)), name);
      const found = text.replace(/\[Notes?(?: \d+)?\]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
      expect(asExpected(found, pieces)).toEqual(pieces.map(wordsOf));
      expectOnce(found, pieces);
    }),
  );
}

function wordsOf({ shown: here, below: later = [], table: isTable = false }: Piece): readonly string[] {
  const words = [...here, ...later];
  return isTable ? words.sort() : words;
}

/** The words that were found for the first time, a list for each piece; those of a table in alphabetical order. */
function asExpected(found: readonly string[], pieces: readonly Piece[]): (readonly string[])[] {
  const distinct = [...new Set(found)];
  let from = 0;
  const lists = pieces.map((piece) => {
    const words = distinct.slice(from, from + wordsOf(piece).length);
    from += words.length;
    return piece.table ? words.sort() : words;
  });
  const rest = distinct.slice(from);
  return rest.length > 0 ? [...lists, rest] : lists;
}

function expectOnce(found: readonly string[], pieces: readonly Piece[]): void {
  const repeated = new Set(pieces.filter((piece) => piece.table).flatMap(wordsOf));
  const others = found.filter((word) => !repeated.has(word));
  expect(others.length).toBe(new Set(others).size);
}
