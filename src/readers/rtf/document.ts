import { unreadable } from '../../core/library/reading/document-reader.ts';
import type { Block } from '../office/blocks.ts';
import { symbolText } from '../office/symbols.ts';
import { charsetEncoding, codePageEncoding } from './charsets.ts';
import { createLayout, type Layout } from './layout.ts';
import { applyWord, type RtfProperty, type RtfState, START, type WordPlace } from './state.ts';
import { type RtfToken, splitRtf } from './tokens.ts';

/** Decodes bytes, one character each, in an encoding. */
export type DecodeBytes = (bytes: string, encoding: string) => string;

const SIGNS: Readonly<Record<string, string>> = {
  ...{
    line: '\n',
    tab: '\t',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
  },
  ...{ bullet: '•', emspace: ' ', enspace: ' ', qmspace: ' ' },
};
const MAX_GROUPS = 10_000; // open at a time

interface Group {
  readonly state: RtfState;
  readonly layout: Layout;
}

interface Reading {
  readonly decode: DecodeBytes;
  /** Groups around the one that is open. */
  readonly groups: Group[];
  readonly charsets: Map<number, number>; // by font
  readonly symbolFonts: Set<number>;
  group: Group;
  encoding: string;
  /** Whether the next word is the first of its group, and whether the group is marked as to be passed over. */
  place: WordPlace;
  /** How many characters are still to come that stand for a Unicode one. */
  toSkip: number;
  readonly properties: Record<RtfProperty, string>;
  /** What was read of a text whose encoding may need several bytes for a character. */
  bytes: string;
}

/** What an RTF file shows, and what it states about itself. */
export interface RtfFile {
  readonly blocks: readonly Block[];
  readonly properties: Readonly<Record<RtfProperty, string>>;
}

/** Reads an RTF file, its one character a byte. */
export function readRtf(source: string, decode: DecodeBytes): RtfFile {
  const body = createLayout();
  const reading: Reading = {
    ...{
      decode,
      groups: [],
      charsets: new Map(),
      symbolFonts: new Set(),
      group: { state: START, layout: body },
    },
    ...{ encoding: 'windows-1252', place: 'later', toSkip: 0, bytes: '' },
    properties: { title: '', author: '' },
  };
  for (const token of splitRtf(source)) {
    if (token.kind === 'bytes') addBytes(reading, token.bytes);
    else {
      endBytes(reading);
      readToken(reading, token);
    }
    reading.place = placeAfter(token, reading.place);
  }
  endBytes(reading);
  return { blocks: body.blocks(), properties: reading.properties };
}

function placeAfter(token: RtfToken, before: WordPlace): WordPlace {
  if (token.kind === 'open') return 'first';
  return token.kind === 'sign' && token.sign === '*' && before === 'first' ? 'optional' : 'later';
}

function readToken(reading: Reading, token: Exclude<RtfToken, { kind: 'bytes' }>): void {
  switch (token.kind) {
    case 'open':
      reading.toSkip = 0;
      if (reading.groups.length >= MAX_GROUPS)
        throw unreadable(`has more than ${MAX_GROUPS} groups inside each other`);
      reading.groups.push(reading.group);
      break;
    case 'close':
      reading.toSkip = 0;
      closeGroup(reading);
      break;
    case 'word':
      readWord(reading, token.word, token.value);
      break;
    case 'sign':
      if (token.sign === '~') addText(reading, '\u00A0');
      else if (token.sign === '_') addText(reading, '-');
      else if (/[\\{}]/.test(token.sign)) addText(reading, token.sign);
      else if (/[\r\n]/.test(token.sign)) endPart('par', reading.group);
  }
}

function closeGroup(reading: Reading): void {
  const outer = reading.groups.pop() ?? reading.group;
  if (outer.layout !== reading.group.layout) outer.layout.addNote(reading.group.layout.blocks());
  reading.group = outer;
}

function readWord(reading: Reading, word: string, value: number | null): void {
  const state = applyWord(reading.group.state, word, value, reading.place);
  reading.group = { ...reading.group, state };
  if (state.target === 'nowhere') return;
  if (word === 'ansicpg' && value !== null) reading.encoding = codePageEncoding(value);
  else if (word === 'fcharset') reading.charsets.set(state.font, value ?? 0);
  else if (word === 'footnote') reading.group = { state, layout: createLayout() };
  else if (word === 'u' && value !== null) {
    addText(reading, String.fromCharCode(value & 0xffff));
    reading.toSkip = state.fallback;
  } else if (SIGNS[word] !== undefined) addText(reading, SIGNS[word]);
  else endPart(word, reading.group);
}

function addBytes(reading: Reading, added: string): void {
  const { target, font } = reading.group.state;
  const skipped = Math.min(reading.toSkip, added.length);
  reading.toSkip -= skipped;
  if (target === 'fonts' && /^symbol;/i.test(added.trim())) reading.symbolFonts.add(font);
  if (target === 'text' || target === 'title' || target === 'author') reading.bytes += added.slice(skipped);
}

function endBytes(reading: Reading): void {
  const { bytes, decode, symbolFonts, charsets, group } = reading;
  if (bytes === '') return;
  reading.bytes = '';
  const { font } = group.state;
  const encoding = charsetEncoding(charsets.get(font) ?? 0) ?? reading.encoding;
  const isSymbol = symbolFonts.has(font);
  addText(
    reading,
    isSymbol
      ? Array.from(bytes, (byte) => symbolText(byte.charCodeAt(0), 'Symbol')).join('')
      : decode(bytes, encoding),
  );
}

function addText({ group: { state, layout }, properties }: Reading, text: string): void {
  if (state.target === 'title' || state.target === 'author') properties[state.target] += text;
  const shown = state.target === 'text' && !state.hidden && !state.struck && !state.deleted;
  if (shown) layout.line().addText(text, state.raised);
}

function endPart(word: string, { layout, state }: Group): void {
  if (state.target !== 'text') return;
  if (/^(?:par|sect|page)$/.test(word) && !state.deleted) layout.endParagraph(state.inTable);
  else if (word === 'cell' || word === 'nestcell') layout.endCell();
  else if (word === 'row' || word === 'nestrow') layout.endRow(state.headerRow);
}
