import type { Candidate } from '../../src/core/quoting/candidate.ts';
import type { Quotation } from '../../src/core/quoting/citations.ts';
import { ENOUGH } from '../../src/core/quoting/confidence.ts';
import type { Excerpt } from '../../src/core/quoting/excerpts.ts';
import { joinKnown } from '../../src/core/replies/block-lines.ts';
import { joinNotes } from '../../src/core/replies/narrowed-line.ts';
import { quotedPoints } from '../../src/core/replies/quoted-points.ts';
import type { Item, OpenedReply, Source } from '../../src/core/replies/reply.ts';
import { openingWords } from '../../src/core/text/opening-words.ts';
import { inQuotes } from '../../src/core/text/quotation-marks.ts';
import { reasonsAgainst, reasonsFor } from './reasons-in-words.ts';
import type { Replayed } from './replay-answer.ts';

const MAX_OPENING = 60; // characters that name an excerpt; the answer shows all of it
const MAX_LEFT_OUT = 3; // sentences that came next
const MAX_CONSIDERED = 200; // sentences among which they are sought

/** Lists why each excerpt is quoted, then why the sentences that came next are not. */
export function explainAll(reply: OpenedReply, replayed: Replayed): Item[] {
  const sources = sourcesOf(reply);
  const quoted = replayed.quotations.map((quotation) => explainQuoted(quotation, sources, replayed));
  const isQuoted = (candidate: Candidate) =>
    replayed.quotations.some(
      ({ excerpt }) => excerpt.document.id === candidate.document.id && isWithin(candidate, excerpt),
    );
  const leftOut = replayed.considered
    .slice(0, MAX_CONSIDERED)
    .filter((candidate) => !isQuoted(candidate))
    .slice(0, MAX_LEFT_OUT);
  return [...quoted, ...leftOut.map((candidate) => explainLeftOut(candidate, sources, replayed))];
}

/** The sources of a reply; a note has none. */
export function sourcesOf(reply: OpenedReply): readonly Source[] {
  return reply.kind === 'note' ? [] : reply.sources;
}

function isWithin({ slice }: Candidate, excerpt: Excerpt): boolean {
  return slice.start < excerpt.slice.end && excerpt.slice.start < slice.end;
}

/** Says why an excerpt is quoted. */
export function explainQuoted(quotation: Quotation, sources: readonly Source[], replayed: Replayed): Item {
  const { excerpt } = quotation;
  const number = sources.find(({ document }) => document === excerpt.document.id)?.number;
  const sentence = replayed.considered.find(
    ({ document, passage, at }) =>
      document.id === excerpt.document.id && passage === excerpt.passage && at === excerpt.at,
  );
  return {
    id: number === undefined ? 'quoted' : `[${number}]`,
    title: inQuotes(openingWords(excerpt.text, MAX_OPENING)),
    detail: joinKnown(reasonsFor(quotation, sentence ?? excerpt, replayed)),
  };
}

function explainLeftOut(candidate: Candidate, sources: readonly Source[], replayed: Replayed): Item {
  const { document, slice } = candidate;
  const [reason = '', ...more] = reasonsAgainst(candidate, replayed, sources);
  return {
    id: 'not quoted',
    title: inQuotes(document.text.slice(slice.start, slice.end)),
    detail: joinKnown([reason, document.id, ...more]),
  };
}

/** Says how sure the answer is, and whether it would be the same now. */
export function verdictNote(reply: OpenedReply, { confidence, considered, same }: Replayed): string | null {
  const changed =
    'The documents, or what you may read here, differ now: this explains how it is answered today.';
  return joinNotes(
    confidence === null || considered.length === 0 ? null : confidenceInWords(confidence),
    considered.length === 0 ? 'No passage has any of the words asked for.' : null,
    same || quotedPoints(reply).length === 0 ? null : changed,
  );
}

function confidenceInWords(confidence: number): string {
  const [likely, least] = [percent(confidence), percent(ENOUGH)];
  if (confidence >= ENOUGH)
    return `The best sentence is judged ${likely} likely to answer; an answer needs ${least}.`;
  const below = likely === least ? `just under ${likely}` : likely;
  return `The best sentence is judged ${below} likely to answer, and an answer needs ${least}.`;
}

function percent(share: number): string {
  return share < 0.01 ? 'less than 1%' : `${Math.floor(share * 100)}%`;
}
