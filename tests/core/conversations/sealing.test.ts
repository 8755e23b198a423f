import { describe, expect, test } from 'vitest';
import { changedExcerpts, sealReply, unsealReply } from '../../../src/core/conversations/sealing.ts';
import type { Document } from '../../../src/core/library/documents/document.ts';
import { cite } from '../../../src/core/quoting/citations.ts';
import { quotedPoints } from '../../../src/core/replies/quoted-points.ts';
import { createDocument } from '../../fakes/documents.ts';
import { createAnswerReply, createDigestReply, createNothingReply } from '../../fakes/replies.ts';

const FERRY = createDocument('harbour/ferry', {
  ...{ title: 'Fares', publisher: 'Herald', url: 'https://example.org/fares' },
  text: '“It will cost ten crowns,” said Ann Holm.',
  pages: { format: 'xlsx', starts: [{ at: 0, label: 'Costs', index: 2, ocr: true }] },
});
const PIER = createDocument('harbour/pier', { title: 'The pier', text: 'The pier is broken.' });

const excerptOf = (document: Document) => {
  const slice = { start: 0, end: document.text.length };
  return { excerpt: { document, slice } };
};
const CITED = cite([excerptOf(FERRY), excerptOf(PIER)]);
const answer = createAnswerReply(CITED);
const readable = (...documents: readonly Document[]) => new Map(documents.map((each) => [each.id, each]));

describe('a sealed reply', () => {
  test('holds nothing of documents but the words it quotes', () => {
    const [ferry, pier] = quotedPoints(sealReply(answer));
    expect([ferry?.text, pier?.text]).toEqual([FERRY.text, PIER.text]);
    const without = JSON.stringify(sealReply(answer)).replace(/"text":"[^"]*"/g, '');
    expect(without).not.toMatch(/crowns|Holm|Fares|Herald|example|broken|Costs/);
  });

  test('holds no words of an excerpt that is as long as a document', () => {
    const long = createDocument('harbour/long', { text: 'The pier is long. '.repeat(60) });
    expect(JSON.stringify(sealReply(createAnswerReply(cite([excerptOf(long)]))))).not.toContain('pier is');
  });

  test('is the same once it is unsealed', () => {
    const nothing = createNothingReply({ nearest: CITED.points, sources: CITED.sources });
    for (const reply of [answer, createDigestReply(CITED), nothing])
      expect(unsealReply(sealReply(reply), readable(FERRY, PIER))).toEqual({ reply, lost: 0 });
  });

  test('of an earlier version, without pages, gets them once it is unsealed', () => {
    const old = structuredClone(sealReply(answer));
    for (const point of 'points' in old ? old.points : [])
      for (const key of ['page', 'place', 'ocr']) Reflect.deleteProperty(point, key);
    expect(unsealReply(old, readable(FERRY, PIER))).toEqual({ reply: answer, lost: 0 });
  });

  test('loses what it quoted from a document that is gone', () => {
    const { reply, lost } = unsealReply(sealReply(answer), readable(PIER));
    expect(reply).toEqual({ ...answer, points: [CITED.points[1]], sources: [CITED.sources[1]] });
    expect(lost).toBe(1);
  });

  test('loses what it quoted from a document that was changed', () => {
    const changed = createDocument('harbour/ferry', { text: 'It will cost nine crowns.' });
    const { reply, lost } = unsealReply(sealReply(answer), readable(changed, PIER));
    expect([reply.sources.map(({ document }) => document), lost]).toEqual([[PIER.id], 1]);
  });

  test('keeps an earlier wording, for those who may read its document', () => {
    const earlier = { text: 'The pier is whole.', document: PIER.id, date: '2026-11-24' };
    const cited = cite([{ ...excerptOf(FERRY), earlier }]);
    const sealed = sealReply(createDigestReply(cited));
    const earlierIn = (...documents: readonly Document[]) =>
      quotedPoints(unsealReply(sealed, readable(...documents)).reply).map((point) => point.earlier);
    expect(earlierIn(FERRY, PIER)).toEqual([earlier]);
    expect(earlierIn(FERRY)).toEqual([undefined]);
  });

  test('keeps what points stand under, as long as the document that says it is as it was', () => {
    const name = { start: FERRY.text.indexOf('Ann'), end: FERRY.text.indexOf('.') };
    const group = { document: FERRY, places: [name], speaker: name };
    const voices = createAnswerReply(cite([FERRY, PIER].map((each) => ({ ...excerptOf(each), group }))));
    const sealed = sealReply(voices);
    expect(quotedPoints(sealed).map(({ group: under }) => under?.text)).toEqual(['', '']);
    expect(unsealReply(sealed, readable(FERRY, PIER))).toEqual({ reply: voices, lost: 0 });
    const [left] = quotedPoints(unsealReply(sealed, readable(PIER)).reply);
    expect([left?.text, left?.speaker, left?.group]).toEqual([PIER.text, null, undefined]);
  });

  test('names only copies that may be read', () => {
    const copies = [PIER.id, FERRY.id];
    const sources = CITED.sources.map((source) => ({ ...source, copies }));
    const { reply } = unsealReply(sealReply({ ...answer, sources }), readable(FERRY));
    expect(reply.sources.map((source) => source.copies)).toEqual([[FERRY.id]]);
  });

  test('tells what it quoted from a document that was changed, to those who may read it now', () => {
    const changed = createDocument('harbour/ferry', { text: 'It will cost nine crowns.' });
    const told = changedExcerpts(sealReply(answer), readable(changed, PIER));
    expect(told).toEqual([
      { document: FERRY.id, citation: 1, text: FERRY.text, start: 0, end: FERRY.text.length, now: changed },
    ]);
    expect(changedExcerpts(sealReply(answer), readable(PIER))).toEqual([]);
    expect(changedExcerpts(sealReply(answer), readable(FERRY, PIER))).toEqual([]);
  });
});
