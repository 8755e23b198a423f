import type { PassageFeatures } from './passage-features.ts';
import type { SentenceForm } from './sentence-form.ts';
import type { SentenceFeatures } from './sentence-score.ts';
import type { WordMatches } from './word-matches.ts';

/** What a sentence has of its own, besides its form and its passage. */
type OwnFeatures = Omit<
  SentenceFeatures,
  keyof PassageFeatures['features'] | keyof SentenceForm | keyof WordMatches
>;

/**
 * Puts together what is known of a sentence. Each is named, as this is done for every sentence that is read: a spread of so
 * many costs a tenth of an answer.
 */
export function joinFeatures(
  shared: PassageFeatures['features'],
  form: SentenceForm,
  matches: WordMatches,
  own: OwnFeatures,
): SentenceFeatures {
  return {
    heading: shared.heading,
    facts: shared.facts,
    factsAndPassage: shared.factsAndPassage,
    passage: shared.passage,
    document: shared.document,
    contextPassage: shared.contextPassage,
    contextDocument: shared.contextDocument,
    recent: shared.recent,
    newness: shared.newness,
    latest: shared.latest,
    period: shared.period,
    numbered: shared.numbered,
    foreign: shared.foreign,
    question: form.question,
    ended: form.ended,
    announces: form.announces,
    item: form.item,
    short: form.short,
    long: form.long,
    verbatim: matches.verbatim,
    together: matches.together,
    own: own.own,
    withPrevious: own.withPrevious,
    withNext: own.withNext,
    factsAndOwn: own.factsAndOwn,
    neighbours: own.neighbours,
    answerType: own.answerType,
    repeated: own.repeated,
  };
}
