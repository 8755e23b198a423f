import { type Candidate, compareCandidates } from '../../src/core/quoting/candidate.ts';
import type { Quotation } from '../../src/core/quoting/citations.ts';
import { strengthAmong } from '../../src/core/quoting/excerpt-ranking.ts';
import { toPointGroup } from '../../src/core/quoting/point-group.ts';
import { compareFeatures, type Reasons } from '../../src/core/quoting/reasons.ts';
import type { Verdict } from '../../src/core/quoting/verdict.ts';
import type { Source } from '../../src/core/replies/reply.ts';
import { type Concept, coverage } from '../../src/core/search/query.ts';
import { formatDate } from '../../src/core/text/format-date.ts';
import type { Replayed } from './replay-answer.ts';

const MAX_REASONS = 3;

/** Says what speaks for an excerpt, grown from a sentence: `1st of 212 sentences · has all 2 words asked for · …`. */
export function reasonsFor(quotation: Quotation, candidate: Candidate, replayed: Replayed): string[] {
  const facts = [rankOf(candidate, replayed), wordsIn(candidate, replayed)];
  if (replayed.confidence === null) return [...placeInBrief(quotation), ...facts];
  return [...facts, ...compare(candidate, replayed.considered).better.slice(0, MAX_REASONS)];
}

/** A brief takes the best on each aspect, a timeline what states a date, the others what is under a heading. */
function placeInBrief({ label, date, dateIsRelative, group }: Quotation): string[] {
  if (group) return [`stands under “${toPointGroup(group).text}”`];
  if (label) return [`the best on ${label}`];
  if (date === undefined) return [];
  if (date === null) return ['has no date'];
  return [dateIsRelative ? 'has the date of its document' : `states the date ${formatDate(date)}`];
}

/** Says why a sentence is not quoted, then how it differs from the best. */
export function reasonsAgainst(
  candidate: Candidate,
  replayed: Replayed,
  sources: readonly Source[],
): string[] {
  const verdict = replayed.verdict(candidate);
  const best = replayed.considered[0];
  const isBelow = verdict.kind === 'poor' || verdict.kind === 'unsure';
  const worse = isBelow && best ? compare(candidate, [best]).worse.slice(0, MAX_REASONS) : [];
  return [
    verdictInWords(verdict, sources),
    rankOf(candidate, replayed),
    wordsIn(candidate, replayed),
    ...worse,
  ];
}

function compare({ features }: Candidate, others: readonly Candidate[]): Reasons {
  const theirs = others.flatMap((other) => other.features ?? []);
  return features && theirs.length > 0 ? compareFeatures(features, theirs) : { better: [], worse: [] };
}

/** `3rd of 212 sentences, score 11.2`. In a brief, sentences are compared by how much of the topic they cover. */
function rankOf(candidate: Candidate, { considered, confidence }: Replayed): string {
  if (confidence === null) {
    const share = Math.min(1, strengthAmong(considered)(candidate));
    return `covers ${Math.round(share * 100)}% as much of the topic as the best sentence`;
  }
  const before = considered.filter((other) => compareCandidates(other, candidate) < 0).length;
  return `${ordinal(before + 1)} of ${considered.length} sentences, score ${candidate.score.toFixed(1)}`;
}

function ordinal(number: number): string {
  const rest = number % 100;
  const ending = rest > 10 && rest < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

/** `has 3 of 4 words asked for, not ‘Tokyo’`. Synonyms and other forms of a word count as the word. */
function wordsIn({ terms }: Candidate, { concepts, confidence }: Replayed): string {
  const asked = concepts.filter(({ essential }) => essential);
  const missing = asked.filter((concept) => coverage(concept, terms) === 0);
  if (asked.length === 0) return 'no words to compare';
  const all = `${asked.length} words ${confidence === null ? 'of the topic' : 'asked for'}`;
  if (missing.length === 0) return asked.length === 1 ? `has ${nameOf(asked)}` : `has all ${all}`;
  if (missing.length === asked.length)
    return asked.length === 1 ? `lacks ${nameOf(asked)}` : `has none of the ${all}`;
  const found = `${asked.length - missing.length} of ${asked.length} words`;
  if (confidence === null) return `has ${found} of the topic`; // many of which are alternatives
  return `has ${found} asked for, not ${nameOf(missing)}`;
}

const MAX_WORDS = 4;

function nameOf(concepts: readonly Concept[]): string {
  const named = concepts.slice(0, MAX_WORDS).map(({ written }) => `‘${written}’`);
  return `${named.join(', ')}${concepts.length > MAX_WORDS ? ' …' : ''}`;
}

function verdictInWords(verdict: Verdict, sources: readonly Source[]): string {
  switch (verdict.kind) {
    case 'quoted':
      return `quoted under ${citationOf(verdict, sources)}`;
    case 'repeats':
      return `says the same as ${citationOf(verdict, sources)}`;
    case 'document':
      return 'enough of its document is quoted already';
    case 'outside':
      return 'one other document alone answers well';
    case 'full':
      return 'over the limit: the reply has as many excerpts as its length allows';
    case 'long':
      return 'over the limit: longer than what was left of the reply';
    case 'unsure':
      return 'not likely enough to answer';
    case 'poor':
      return 'far below the best';
    case 'unattributed':
      return 'nothing makes sure who says it';
    case 'alike':
      return 'no other document gives another number or date for the same';
    case 'weak':
      return 'covers too little of the topic';
    case 'shown':
      return 'quoted earlier in this conversation';
    case 'incomplete':
      return 'not a complete sentence';
    case 'later':
      return 'on a later page: type “more”';
  }
}

function citationOf(
  { excerpt }: Extract<Verdict, { kind: 'quoted' | 'repeats' }>,
  sources: readonly Source[],
): string {
  const source = sources.find(({ document }) => document === excerpt.document.id);
  return source ? `[${source.number}]` : `an excerpt of ${excerpt.document.id}`;
}
