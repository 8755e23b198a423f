import type { SentenceForm } from './sentence-form.ts';

/** What is known of a sentence when it is ranked. Shares are of the query's information, 0 to 1. */
export interface SentenceFeatures extends SentenceForm {
  /** The share that the sentence contains. */
  readonly own: number;
  /** The share that it contains together with the sentence before, and with the one after. */
  readonly withPrevious: number;
  readonly withNext: number;
  /** The share in the headings above it. */
  readonly heading: number;
  /** The share in what is known of its document, alone, with its passage, and with the sentence. */
  readonly facts: number;
  readonly factsAndPassage: number;
  readonly factsAndOwn: number;
  /** The scores of its passage and of its document, as a share of the best ones; 0 in a follow-up. */
  readonly passage: number;
  readonly document: number;
  /** How like the best documents found its own is, 0 to 1. */
  readonly neighbours: number;
  /** The share of the question's words that it has in the same form, and of its neighbouring words that stand together. */
  readonly verbatim: number;
  readonly together: number;
  /** The same in the search with the conversation's context; 0 if it opens a conversation. */
  readonly contextPassage: number;
  readonly contextDocument: number;
  /** 1 if its document was quoted last, more if the question names nothing of its own, else 0. */
  readonly recent: number;
  /** How new its document is among those found, 0 to 1; and whether it is the last on what is asked for, if the question asks for that, else 0. */
  readonly newness: number;
  readonly latest: number;
  /** 1 if its document was published in the period that the question asks about, or its passage or document says it, else 0. */
  readonly period: number;
  /** 1 if the question names its document by its number (“PEP 8”), else 0. */
  readonly numbered: number;
  /** 1 if its document is in another language than the question, which is surely in one, else 0. */
  readonly foreign: number;
  /** How well it fits the answer type, 0 to 1. */
  readonly answerType: number;
  /** 1 if it stands alike in many documents, else 0. */
  readonly repeated: number;
}

// Fitted by a softmax over the sentences of 60 passages for 400 questions of seven collections (docs/answers.md): the
// log-odds of being the answer that each feature is worth. Those of a conversation were fitted on its follow-ups and
// those of two conversational sets, that of a period was tried on the same;
// that of a number in a file's name was not: it is worth as much as a period.
const WEIGHTS: Readonly<Record<keyof SentenceFeatures, number>> = {
  ...{ own: 1.2, withPrevious: 2, withNext: 0.8, heading: 3, verbatim: 1.6, together: 1 },
  ...{ facts: 1.8, factsAndPassage: 2, factsAndOwn: 1.5, answerType: 2.6 },
  ...{ passage: 2.5, document: 2.6, neighbours: 0.65 },
  ...{ question: -4.4, ended: 2.2, announces: 2.5, item: -2.9, short: -0.4, long: -0.1, repeated: -3 },
  ...{
    contextPassage: 0.8,
    contextDocument: 5,
    recent: 1.2,
    newness: 0.15,
    latest: 4,
    period: 2.5,
    numbered: 2.5,
    foreign: -1,
  },
};

/** What likeness to the best documents is worth, as a share of the score of the best. */
export const NEIGHBOURS_WORTH = WEIGHTS.neighbours / WEIGHTS.document;

/** Returns what each feature adds to the score of a sentence, in log-odds. */
export function contributionsOf(
  features: SentenceFeatures,
): Readonly<Record<keyof SentenceFeatures, number>> {
  return Object.fromEntries(NAMES.map((name) => [name, WEIGHTS[name] * features[name]])) as Record<
    keyof SentenceFeatures,
    number
  >;
}

const NAMES = Object.keys(WEIGHTS) as (keyof SentenceFeatures)[];

/** Returns the part of a sentence's score that rests on what was said and quoted before, in log-odds. */
export function contextScore({ contextPassage, contextDocument, recent }: SentenceFeatures): number {
  return (
    WEIGHTS.contextPassage * contextPassage +
    WEIGHTS.contextDocument * contextDocument +
    WEIGHTS.recent * recent
  );
}

/** Scores how likely a sentence is what was asked for, in log-odds: comparable within one search only. */
export function sentenceScore(features: SentenceFeatures): number {
  let sum = 0;
  for (const name of NAMES) sum += WEIGHTS[name] * features[name];
  return sum;
}
