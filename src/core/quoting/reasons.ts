import { contributionsOf, type SentenceFeatures } from './sentence-score.ts';

/** What sets a sentence apart from a baseline, in plain words, what counts most first. */
export interface Reasons {
  readonly better: readonly string[];
  readonly worse: readonly string[];
}

interface Group {
  readonly features: readonly (keyof SentenceFeatures)[];
  /** Said of a sentence that is ranked higher for it, and of one that is ranked lower; null if nobody would see why. */
  readonly better: string | null;
  readonly worse: string | null;
}

// Features that say the same to a reader count together.
const GROUPS: readonly Group[] = [
  group(['document', 'neighbours'], 'its document matches well', 'its document matches less'),
  group(['passage'], 'its passage matches well', 'its passage matches less'),
  group(['heading'], 'a heading above it names what is asked', 'no heading above it names what is asked'),
  group(
    ['facts', 'factsAndPassage', 'factsAndOwn'],
    'its document’s title and facts fit',
    'its document’s title and facts fit less',
  ),
  group(['withPrevious', 'withNext'], 'the sentences beside it fit', 'the sentences beside it fit less'),
  group(
    ['contextPassage', 'contextDocument'],
    'it matches what the conversation is about',
    'it matches less of what the conversation is about',
  ),
  group(['recent'], 'its document was quoted just before', 'its document was not quoted just before'),
  group(['newness', 'latest'], 'its document is among the newest', 'its document is older'),
  group(['own'], 'it says much of what is asked', 'it says less of what is asked'),
  group(['verbatim'], 'it has the same word forms', 'it has other word forms'),
  group(['together'], 'the words stand together in it', 'the words don’t stand together in it'),
  group(['answerType'], 'it has the kind of fact asked for', 'it lacks the kind of fact asked for'),
  group(['question'], null, 'it is a question'),
  group(['ended'], 'it is a complete sentence', 'it has no full stop at its end'),
  group(['announces'], 'it announces what follows', null),
  group(['item'], null, 'it is an item of a list'),
  group(['short'], null, 'it is very short'),
  group(['long'], null, 'it is long'),
  group(['repeated'], null, 'it stands alike in many documents'),
];

function group(
  features: readonly (keyof SentenceFeatures)[],
  better: string | null,
  worse: string | null,
): Group {
  return { features, better, worse };
}

const LEAST = 0.3; // log-odds; less of a difference decides nothing

/** Compares what the score of a sentence is made of with that of others on average. */
export function compareFeatures(features: SentenceFeatures, others: readonly SentenceFeatures[]): Reasons {
  const own = contributionsOf(features);
  const theirs = others.map(contributionsOf);
  const sum = (from: typeof own, names: Group['features']) =>
    names.reduce((total, name) => total + from[name], 0);
  const differences = GROUPS.map((each) => {
    const average = theirs.reduce((total, other) => total + sum(other, each.features), 0) / theirs.length;
    return { ...each, difference: sum(own, each.features) - average };
  }).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return {
    better: differences.flatMap(({ difference, better }) => (difference >= LEAST ? (better ?? []) : [])),
    worse: differences.flatMap(({ difference, worse }) => (difference <= -LEAST ? (worse ?? []) : [])),
  };
}
