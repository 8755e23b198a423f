import type { Shown, Understood } from '../conversations/conversation.ts';
import { type Candidate, compareCandidates, findCandidates, type Search } from './candidates.ts';
import type { Quotation } from './citations.ts';
import { isAnswered, unknownWords } from './confidence.ts';
import { growExcerpt, overlaps } from './excerpts.ts';
import { type Room, Selection } from './selection.ts';

/** What the documents have on a question. */
export interface Findings {
  readonly quotations: readonly Quotation[];
  /** The nearest passages, where nothing answers. */
  readonly nearest: readonly Quotation[];
  readonly unknownWords: readonly string[];
  /** Says whether there is more to show than fitted. */
  readonly more: boolean;
}

/** How an answer is made: how much it may show, and what the conversation has shown already. */
export interface AnswerOptions {
  readonly room: Room;
  readonly shown: readonly Shown[];
  /** Leave out what was shown, instead of only ranking it lower. */
  readonly onlyNew: boolean;
}

const NEAREST: Room = { points: 2, characters: 600 };
const ALREADY_SHOWN = 0.25; // taken off the score of a sentence that this conversation has seen
const CLOSE = 0.9; // documents with a sentence this near to the best one answer too
const POOR = 0.6; // a point worth less than this share of the best one is not shown

/** Finds what answers a question, or says that nothing does. */
export function findAnswer(understood: Understood, search: Search, options: AnswerOptions): Findings {
  const { turn, query, asked } = understood;
  const candidates = findCandidates({ query, asked, kind: turn.kind, bare: turn.bare }, search);
  const vocabulary = search.index.vocabulary(search.collections);
  const unknown = unknownWords(asked, vocabulary);
  const [best] = candidates;
  if (!isAnswered(best, turn.text, asked, vocabulary)) {
    const nearest = select(candidates.slice(0, 20), search, NEAREST).chosen.map((excerpt) => ({
      excerpt,
      label: null,
      weak: true,
    }));
    return { quotations: [], nearest, unknownWords: unknown, more: false };
  }
  const good = candidates.filter(({ score }) => score >= POOR * (best?.score ?? 0));
  const ordered = demote(good, options);
  const { chosen, left } = select(ordered, search, options.room);
  return {
    quotations: chosen.map((excerpt) => ({ excerpt, label: null, weak: false })),
    nearest: [],
    unknownWords: unknown,
    more: left > 0,
  };
}

/** What a conversation has seen comes later, or not at all. */
function demote(candidates: readonly Candidate[], { shown, onlyNew }: AnswerOptions): Candidate[] {
  const seen = ({ document, slice }: Candidate) =>
    shown.some((place) => place.document === document.id && overlaps(place, slice));
  if (onlyNew) return candidates.filter((candidate) => !seen(candidate));
  return candidates
    .map((candidate) =>
      seen(candidate) ? { ...candidate, score: candidate.score - ALREADY_SHOWN } : candidate,
    )
    .sort(compareCandidates);
}

function select(candidates: readonly Candidate[], search: Search, room: Room) {
  const enough = CLOSE * (candidates[0]?.score ?? 0);
  const close = candidates.filter(({ score }) => score >= enough);
  const selection = new Selection(room, new Set(close.map(({ document }) => document.id)).size);
  const refused = candidates.filter((candidate) => !selection.offer(growExcerpt(candidate, search.corpus)));
  return { chosen: selection.chosen, left: selection.full ? refused.length : 0 };
}
