/** What tells whether a sentence answers a question, or only shares words with it. Shares are 0 to 1. */
export interface Evidence {
  /** The information of the question that the passage contains, in nats, and the share with what is known of the document. */
  readonly found: number;
  readonly factsAndPassage: number;
  /** The score of its passage, of the best one in a follow-up, relative to the information asked for: at most 3. */
  readonly strength: number;
  /** The share of the question's words that the passage contains, and of its information that no document contains. */
  readonly words: number;
  readonly unknown: number;
  /** As of the sentence (see SentenceFeatures). */
  readonly verbatim: number;
  readonly together: number;
  /** 1 if the question asks for a kind of fact, and how well the sentence has it; half as much for one of many forms. */
  readonly typed: number;
  readonly fits: number;
  /** The share of the figures and years asked for that neither the passage nor what is known of the document has. */
  readonly missingFigures: number;
  /** 1 if its document was quoted last: a follow-up leaves much unsaid. */
  readonly recent: number;
}

/** The least confidence with which a sentence counts as an answer; more if nothing found has the kind of fact asked for. */
export const ENOUGH = 1 / 3;
export const ENOUGH_WITHOUT_FACT = { opening: 0.8, followUp: 0.93 }; // apart by the weight of `recent`

// A logistic rule, fitted on eleven collections, each against its own questions and those of others; measured on each
// by what the other ten had taught (docs/answers.md).
const WEIGHT = {
  ...{
    found: 0.14,
    factsAndPassage: 2.11,
    strength: 0.97,
    strengthInMany: 0.137,
    words: 1.14,
    unknown: -1.69,
  },
  ...{ verbatim: 1.15, together: 1.05, typed: -1.96, fits: 1.5, missingFigures: -1.25, recent: 1.2 },
};
const BIAS = -5;

/** Estimates how likely the best sentence among a number of passages answers the question, from 0 to 1. */
export function confidenceOf(evidence: Evidence, passages: number): number {
  const strengthInMany = evidence.strength * Math.log1p(passages);
  const {
    found,
    factsAndPassage,
    strength,
    words,
    unknown,
    verbatim,
    together,
    typed,
    fits,
    missingFigures,
    recent,
  } = evidence;
  const logOdds =
    BIAS +
    WEIGHT.found * found +
    WEIGHT.factsAndPassage * factsAndPassage +
    WEIGHT.strength * strength +
    WEIGHT.strengthInMany * strengthInMany +
    WEIGHT.words * words +
    WEIGHT.unknown * unknown +
    WEIGHT.verbatim * verbatim +
    WEIGHT.together * together +
    WEIGHT.typed * typed +
    WEIGHT.fits * fits +
    WEIGHT.missingFigures * missingFigures +
    WEIGHT.recent * recent;
  return 1 / (1 + Math.exp(-logOdds));
}
