import type { Token } from 'markdown-it';
import { OMITTED } from '../clean/omission.ts';
import { attributeOf, raise } from './markup-text.ts';
import { joinSoftLines } from './soft-lines.ts';

/** A piece of a line: text, or a picture with its alternative text. */
type Piece = string | { readonly alternative: string };

const DELETED = /^<(\/?)(?:del|s|strike)\b/i;
const RAISED = /^<(\/?)sup\b/i;
const FOOTNOTE = /\[\^[^\]\s]{1,40}\]:?/g;
const HIGHLIGHT = /(?<![\p{L}\p{N}=])==(?=[^\s=])([^=\n]{1,500})(?<=\S)==(?![\p{L}\p{N}=])/gu;
const ATTRIBUTES = /(?<!\s)\s*\{#[\w-]{1,80}\}$/;

/** The text of one paragraph, heading or cell, without its marks and without what is struck out. */
export function inlineText(token: Token | undefined): string {
  const pieces = readPieces(token?.children ?? []);
  const lines = pieces.map((piece, at) =>
    typeof piece === 'string' ? piece : pictureText(piece.alternative, pieces, at),
  );
  const text = lines.join('').replace(FOOTNOTE, '').replace(HIGHLIGHT, '$1').replace(ATTRIBUTES, '');
  return text.trim() === OMITTED ? '' : joinSoftLines(text);
}

function readPieces(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  let deleted = 0;
  let raisedFrom = -1;
  let isNote = false;
  for (const token of tokens) {
    deleted += deletion(token);
    if (deleted > 0) continue;
    const raised = token.type === 'html_inline' ? RAISED.exec(token.content) : null;
    if (raised?.[1] === '') [raisedFrom, isNote] = [pieces.length, false];
    else if (raised && raisedFrom !== -1) {
      const text = pieces.splice(raisedFrom).filter((piece) => typeof piece === 'string');
      pieces.push(isNote ? '' : raise(text.join('')));
      raisedFrom = -1;
    } else if (token.type === 'link_open') isNote = true;
    else pieces.push(pieceOf(token));
  }
  return pieces;
}

/** 1 where something struck out begins, -1 after it. */
function deletion({ type, content }: Token): number {
  if (type === 's_open') return 1;
  if (type === 's_close') return -1;
  const found = type === 'html_inline' ? DELETED.exec(content) : null;
  if (!found) return 0;
  return found[1] === '' ? 1 : -1;
}

function pieceOf(token: Token): Piece {
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return token.content;
    case 'softbreak':
      return '\n';
    case 'hardbreak':
      return '\v';
    case 'image':
      return { alternative: token.content };
    case 'html_inline':
      if (/^<img\b/i.test(token.content)) return { alternative: attributeOf(token.content, 'alt') };
      return /^<br\b/i.test(token.content) ? '\v' : '';
    default:
      return '';
  }
}

/** A picture within a sentence is its alternative text, or a mark; one beside sentences is nothing. */
function pictureText(alternative: string, pieces: readonly Piece[], at: number): string {
  const side = (some: readonly Piece[]) => some.filter((piece) => typeof piece === 'string').join('');
  const before =
    side(pieces.slice(Math.max(0, at - NEAR), at))
      .split(/[\n\v]/)
      .at(-1)
      ?.trim() ?? '';
  const after =
    side(pieces.slice(at + 1, at + 1 + NEAR))
      .split(/[\n\v]/)[0]
      ?.trim() ?? '';
  const goesOn = WORD.test(before) && !ENDED.test(before);
  const wentOn = WORD.test(after) && !OPENED.test(after);
  if (!goesOn && !wentOn) return '';
  return WORD.test(alternative) ? `[${alternative.replace(/\s+/g, ' ').trim()}]` : OMITTED;
}

const NEAR = 6; // pieces on either side
const WORD = /[\p{L}\p{N}]/u;
const ENDED = /[.!?:。！？]["”’)]?$/u;
const OPENED = /^["“‘(]?[\p{Lu}\p{Lo}]/u;
