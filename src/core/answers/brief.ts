import type { Shown } from '../conversations/conversation.ts';
import { DEFAULT_LANGUAGE } from '../search/languages.ts';
import type { Concept, Query } from '../search/query.ts';
import type { Aspect, Topic } from '../topics/topic.ts';
import { type Candidate, findCandidates, type Search } from './candidates.ts';
import type { Quotation } from './citations.ts';
import { type Excerpt, growExcerpt, refersBack, unseen } from './excerpts.ts';
import { type Room, Selection } from './selection.ts';
import { voice } from './voice.ts';

/** What a brief is made for. */
export interface BriefOptions {
  readonly topic: Topic;
  readonly query: Query;
  readonly room: Room;
  /** Places already quoted, which are left out. */
  readonly shown: readonly Shown[];
}

/** The excerpts of a brief in reading order: what the topic is about, then its aspects, then what else matters. */
export function composeBrief(options: BriefOptions, search: Search): Quotation[] {
  const { topic, room, shown } = options;
  const ranked = rank(options, [], search);
  const selection = new Selection(room, new Set(ranked.map(({ excerpt }) => excerpt.document.id)).size);
  const labels = new Map<Excerpt, string>();
  if (shown.length === 0)
    offerBest(ranked, selection, ({ worth, strength, opening }) => worth + strength + opening);
  for (const aspect of topic.aspects) {
    const taken = selection.full
      ? null
      : offerBest(sideOf(aspect, options, search), selection, byVoice(aspect));
    if (taken) labels.set(taken, aspect.label);
  }
  const strong = ranked.filter(({ strength }) => strength >= STRONG);
  while (offerBest(strong, selection, ({ worth }) => worth));
  return selection.chosen.map((excerpt) => ({ excerpt, label: labels.get(excerpt) ?? null, weak: false }));
}

/** What there is on one side of a topic. */
function sideOf(aspect: Aspect, options: BriefOptions, search: Search): Ranked[] {
  const others = options.topic.aspects.filter((other) => other !== aspect);
  return rank(options, [toConcept(aspect, search)], search).filter(
    ({ excerpt, strength }) => strength > 0 && opensWith(excerpt.text, aspect, others),
  );
}

function byVoice(aspect: Aspect): (entry: Ranked) => number {
  return ({ excerpt: { text }, worth }) => worth + voice(text, firstPlace(text, aspect));
}

const ASPECT_WEIGHT = 2; // against 1 for each concept of the topic

/** An aspect as something to search for: any of its terms. */
function toConcept({ label, terms }: Aspect, search: Search): Concept {
  const wordings = terms
    .map((term) => ({
      terms: search.wordsOf(term, DEFAULT_LANGUAGE).flatMap((word) => word.term ?? []),
      weight: 1,
      pull: 1,
    }))
    .filter((wording) => wording.terms.length > 0);
  return { written: label, weight: ASPECT_WEIGHT, essential: false, specificity: 1, wordings };
}

interface Ranked {
  readonly excerpt: Excerpt;
  /** How much of the topic it covers, against the sentence that covers most. */
  readonly strength: number;
  /** How much the excerpt says about the topic, and how well it stands alone. */
  readonly worth: number;
  /** Greater for what opens a document. */
  readonly opening: number;
}

const MAX_SHARE = 1.3; // of an even share of the room; a longer point would cost another side its place
const SHORT = 160; // characters, about the median sentence of news; none is cut
const LONG = 200; // characters more that outweigh being wholly on the topic
/** The least strength of a point on no aspect: anything less would be padding. */
export const STRONG = 0.6;

/** The excerpts that a topic finds, with further concepts if given, and how much each is worth to a brief. */
function rank({ query, shown }: BriefOptions, further: readonly Concept[], search: Search): Ranked[] {
  const candidates = candidatesFor(query, further, search);
  const central = centrality(candidates);
  const most = (measure: (candidate: Candidate) => number) =>
    Math.max(Number.EPSILON, ...candidates.map(measure));
  const mostCovered = most(({ covered }) => covered);
  const mostPassage = most(({ passageCovered }) => passageCovered);
  return candidates.filter(unseen(shown)).map((candidate) => {
    const excerpt = growExcerpt(candidate, search.corpus, shown);
    const strength = candidate.covered / mostCovered;
    const around = candidate.passageCovered / mostPassage;
    const worth = (strength + around) / 2 + central(candidate) - awkwardness(excerpt);
    return { excerpt, strength, worth, opening: opening(candidate) };
  });
}

const found = new WeakMap<Search, Map<string, readonly Candidate[]>>();

/** The candidates for a topic's query and further concepts; looked for once in a request, though asked for again. */
function candidatesFor(query: Query, further: readonly Concept[], search: Search): readonly Candidate[] {
  const known = found.get(search) ?? new Map<string, readonly Candidate[]>();
  found.set(search, known);
  const concepts = [...query.concepts, ...further];
  const key = JSON.stringify(concepts);
  const candidates =
    known.get(key) ?? findCandidates({ query: { concepts }, asked: query, kind: 'any' }, search);
  known.set(key, candidates);
  return candidates;
}

/** What a stranger to the document could not read alone: a dangling "this", a question, a very long sentence. */
function awkwardness({ text }: Excerpt): number {
  let sum = 0;
  if (refersBack(text)) sum += 0.5;
  if (CONNECTIVE.test(text))
    sum += refersBack(text.replace(CONNECTIVE, '').replace(/^./, upperCase)) ? 0.8 : 0.3;
  if (/[?:]$/.test(text)) sum += 0.6;
  return sum + Math.max(0, text.length - SHORT) / LONG;
}

const CONNECTIVE =
  /^(?:However|Moreover|Furthermore|But|And|So|Instead|Another|Other|In other words|Further|Additionally|Interestingly|Meanwhile|Thus|Therefore),? /;

function upperCase(letter: string): string {
  return letter.toUpperCase();
}

/** The first sentences of a document say what it is about. */
function opening({ passage, at }: Candidate): number {
  return passage <= 1 ? 0.5 / (1 + passage + at) : 0;
}

/** How common a sentence's terms are among all candidates, 0 to 1. */
function centrality(candidates: readonly Candidate[]): (candidate: Candidate) => number {
  const counts = new Map<string, number>();
  for (const { terms } of candidates) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return ({ terms }) => {
    let sum = 0;
    for (const term of terms) sum += (counts.get(term) ?? 0) / most;
    return sum / Math.max(8, terms.size);
  };
}

/** A text is certainly on one side when its terms come first in it: "Macron fears that China …" is not China's. */
function opensWith(text: string, aspect: Aspect, others: readonly Aspect[]): boolean {
  const at = firstPlace(text, aspect);
  return at < Number.POSITIVE_INFINITY && others.every((other) => firstPlace(text, other) >= at);
}

function firstPlace(text: string, { terms }: Aspect): number {
  return Math.min(...terms.map((term) => place(text, term)));
}

/** Where a term stands as a word of its own, in any case. */
function place(text: string, term: string): number {
  const [lower, sought] = [text.toLowerCase(), term.toLowerCase()];
  for (let at = lower.indexOf(sought); at !== -1; at = lower.indexOf(sought, at + 1)) {
    const around = lower.charAt(at - 1) + lower.charAt(at + sought.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return Number.POSITIVE_INFINITY;
}

/** Offers entries, best first, until one is taken; documents already quoted come later. */
function offerBest(
  ranked: readonly Ranked[],
  selection: Selection,
  value: (entry: Ranked) => number,
): Excerpt | null {
  const quoted = (entry: Ranked) =>
    selection.chosen.filter(({ document }) => document.id === entry.excerpt.document.id).length;
  const limit = selection.chosen.length === 0 ? Number.POSITIVE_INFINITY : MAX_SHARE * selection.share;
  const fitting = ranked.filter(({ excerpt }) => excerpt.text.length <= limit);
  const scored = fitting.map((entry) => ({ entry, score: value(entry) - 0.3 * quoted(entry) }));
  scored.sort((a, b) => b.score - a.score);
  return scored.find(({ entry }) => selection.offer(entry.excerpt))?.entry.excerpt ?? null;
}
