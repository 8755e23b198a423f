import type { DocumentId } from '../../src/core/library/documents/document.ts';
import type {
  AnswerReply,
  BriefReply,
  DigestReply,
  NothingReply,
  Point,
  ReplyContext,
  SearchReply,
  Source,
} from '../../src/core/replies/reply.ts';

/** What every made-up reply says of its request. */
export const CONTEXT: ReplyContext = {
  conversation: 'chat:W/C/ada',
  command: 'ask',
  coverage: { documents: 5, newest: '2024-07-10', undated: 4 },
};

/** A point on a document; anything not given is as plain as it can be. */
export function createPoint(given: Partial<Point> = {}): Point {
  const { text = 'The lamp was lit.' } = given;
  return {
    ...{ text, citation: 1, label: null, speaker: null, weak: false, document: 'harbour/lamp' as DocumentId },
    ...{ start: 0, end: text.length, url: null, date: null, dateIsRelative: false },
    ...{ page: null, place: null, ocr: false },
    ...given,
  };
}

/** A source without metadata. */
export function createSource(given: Partial<Source> = {}): Source {
  return {
    ...{ number: 1, document: 'harbour/lamp' as DocumentId, title: 'The lamp', publisher: null },
    ...{ published: null, url: null, sha256: '0'.repeat(64), copies: [], ...given },
  };
}

const CITED = { points: [createPoint()], sources: [createSource()], more: false };
const ID = 'abcdefghijkl';

/** A brief of one point. */
export function createBriefReply(given: Partial<BriefReply> = {}): BriefReply {
  const about = { id: ID, topic: 'lamps', headline: 'Lamps', note: null };
  return { kind: 'brief', ...CONTEXT, ...CITED, ...about, ...given };
}

/** An answer of one point. */
export function createAnswerReply(given: Partial<AnswerReply> = {}): AnswerReply {
  const about = { id: ID, topic: null, question: 'Who lit the lamp?', unknownWords: [], note: null };
  return { kind: 'answer', ...CONTEXT, ...CITED, ...about, ...given };
}

/** A page of one hit. */
export function createSearchReply(given: Partial<SearchReply> = {}): SearchReply {
  const about = { id: ID, question: 'lamp', unknownWords: [], note: '1 passage in 1 of 5 documents' };
  return { kind: 'search', ...CONTEXT, ...CITED, ...about, ...given };
}

/** A digest of one point. */
export function createDigestReply(given: Partial<DigestReply> = {}): DigestReply {
  const about = {
    id: ID,
    topic: 'lamps',
    headline: 'Lamps',
    window: 'New since Friday',
    footer: ['next Mon'],
  };
  return { kind: 'digest', ...CONTEXT, ...CITED, ...about, ...given };
}

/** A question that the documents don't answer. */
export function createNothingReply(given: Partial<NothingReply> = {}): NothingReply {
  return {
    ...{ kind: 'nothing', ...CONTEXT, id: ID, topic: null, question: 'Who sank?', headline: null },
    ...{ nearest: [], sources: [], unknownWords: [], note: null, more: false, ...given },
  };
}
