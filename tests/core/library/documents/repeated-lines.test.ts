import { describe, expect, test } from 'vitest';
import {
  edgesOf,
  folderOf,
  isFrame,
  RepeatedLines,
} from '../../../../src/core/library/documents/repeated-lines.ts';
import { createDocument } from '../../../fakes/documents.ts';

const FOOT = 'For media inquiries, write to the harbour office.';
const MIDDLE = 'The law of the harbour governs this agreement.';
const filler = (at: number, count: number) =>
  Array.from({ length: count }, (_, line) => `Ship number ${at}-${line} left the pier on the tide.`);

const make = (at: number, { folder = 'harbour', foot = FOOT } = {}) =>
  createDocument(`${folder}/${at}`, {
    text: [...filler(at, 12), MIDDLE, ...filler(at + 1000, 12), foot].join('\n\n'),
  });

const textsIn = (lines: RepeatedLines, document: ReturnType<typeof make>) =>
  lines.in(document).map(({ start, end }) => document.text.slice(start, end));

describe('a line', () => {
  test('that stands alike at the edges of many documents of a folder is known', () => {
    const lines = new RepeatedLines();
    const documents = [1, 2, 3, 4, 5].map((at) => make(at));
    for (const document of documents.slice(0, 4)) lines.add(document);
    expect(textsIn(lines, make(1))).toEqual([]);
    lines.add(make(5));
    expect(textsIn(lines, make(1))).toEqual([FOOT]);
    lines.remove(make(2));
    expect(textsIn(lines, make(1))).toEqual([]);
  });

  test('in the middle of documents, as a clause of contracts, is not', () => {
    const lines = new RepeatedLines();
    for (let at = 0; at < 20; at++) lines.add(make(at));
    expect(textsIn(lines, make(1))).not.toContain(MIDDLE);
  });

  test('that few of many documents have is not', () => {
    const lines = new RepeatedLines();
    for (let at = 0; at < 40; at++) lines.add(make(at, { foot: at < 6 ? FOOT : `Foot ${at}` }));
    expect(textsIn(lines, make(1))).toEqual([]);
  });

  test('counts in its own folder only', () => {
    const lines = new RepeatedLines();
    for (let at = 0; at < 5; at++) lines.add(make(at));
    expect(textsIn(lines, make(1, { folder: 'town' }))).toEqual([]);
  });
});

test('nothing is left of documents that are gone', () => {
  const lines = new RepeatedLines();
  for (let at = 0; at < 9; at++) lines.add(make(at));
  for (let at = 0; at < 9; at++) lines.remove(make(at));
  for (let at = 0; at < 4; at++) lines.add(make(at));
  expect(textsIn(lines, make(1))).toEqual([]);
});

test('places are whole lines of the text, whatever its length', () => {
  const lines = new RepeatedLines();
  const long = `${'word '.repeat(3000)}\n${FOOT}`;
  for (let at = 0; at < 6; at++) lines.add(createDocument(`harbour/${at}`, { text: long }));
  const document = createDocument('harbour/1', { text: long });
  expect(lines.in(document).map(({ start, end }) => long.slice(start, end))).toEqual([FOOT]);
});

test('counts of edges that are kept elsewhere tell the same lines', () => {
  const counts = new Map<string, number>();
  const kept = [1, 2, 3, 4, 5].map((at) => make(at));
  for (const document of kept) {
    const keys = [...new Set(edgesOf(document).map(({ key }) => `${folderOf(document)}${key}`))];
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const document = make(1);
  const framing = edgesOf(document).filter(({ key }) =>
    isFrame(counts.get(`harbour/${key}`) ?? 0, kept.length),
  );
  expect(framing.map(({ start, end }) => document.text.slice(start, end))).toEqual([FOOT]);
});
