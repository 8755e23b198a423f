import { type DocumentId, displayTitle } from '../library/documents/document.ts';
import { type IndexedDocument, sentencesOf } from '../library/documents/indexed-document.ts';
import type { Library } from '../library/library.ts';
import { type Candidate, documentsOf } from '../quoting/candidate.ts';
import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import { type Excerpt, growExcerpt } from '../quoting/excerpts.ts';
import { groupCopies, type Story, versionsOf } from '../quoting/near-copies.ts';
import type { Retriever } from '../quoting/retriever.ts';
import { Selection } from '../quoting/selection.ts';
import { phrasesIn } from '../text/phrases.ts';
import type { Slice } from '../text/slice.ts';
import { type Digest, type DigestRequest, NOTHING_NEW, type SeenVersion } from './digest.ts';
import { type FindChange, isUnchanged, type NewSentence, newSentenceIn } from './document-change.ts';
import { repetitionsOf, toShownExcerpt } from './shown-before.ts';

/** What is sought, and where. */
interface Sought {
  readonly phrase: string;
  /** The versions that the channel does not know yet. */
  readonly fresh: readonly SeenVersion[];
  /** Finds how some of them have changed. */
  readonly changesIn: (ids: Iterable<DocumentId>) => Promise<FindChange>;
}

/** A story with the phrase, and the sentence that has it. */
interface Found {
  readonly story: Story;
  readonly excerpt: Excerpt;
  /** What of it is new, if its document has changed; else null. */
  readonly change: NewSentence | null;
}

/** Composes what is new with a phrase in it, as a search finds it: each document by the first sentence with the phrase. */
export async function composePhraseDigest(
  { library, retriever }: { readonly library: Library; readonly retriever: Pick<Retriever, 'tokenizer'> },
  request: DigestRequest,
  { phrase, fresh, changesIn }: Sought,
): Promise<Digest> {
  const tokenize = await retriever.tokenizer();
  const isRepetition = repetitionsOf(request.before.flatMap(({ shown }) => shown));
  const documents = await documentsWith(library, request, { phrase, fresh });
  const changeOf = await changesIn(documents.map(({ document }) => document.id));
  const found = groupCopies(documents).flatMap((story): Found[] => {
    const changed = changeOf(story.quoted);
    const excerpt = excerptWith(story.quoted, phrase, (slice) => !isUnchanged(changed, slice));
    if (!excerpt) return [];
    const change = changed && newSentenceIn(changed, excerpt.slice);
    const isTold = !change?.isCorrected && isRepetition(toShownExcerpt(excerpt, tokenize));
    return isTold ? [] : [{ story, excerpt, change }];
  });
  if (found.length === 0) return NOTHING_NEW;
  const { maxCharacters } = BRIEF_BUDGETS[request.length];
  const selection = new Selection({ maxPoints: request.max, maxCharacters });
  for (const { excerpt } of found) selection.offer(excerpt);
  const { chosen } = selection;
  return {
    quotations: chosen.map((excerpt) => ({ excerpt })),
    copies: copiesOf(found, chosen),
    corrections: new Map(),
    changes: new Map(
      found.flatMap(({ excerpt, change }) =>
        change && chosen.includes(excerpt) ? [[excerpt, change] as const] : [],
      ),
    ),
    news: found.length,
    content: {
      documents: found.flatMap(({ story }) => versionsOf(story)),
      shown: chosen.map((excerpt) => toShownExcerpt(excerpt, tokenize)),
    },
    more: false,
  };
}

/** The new versions with the phrase that the audience may read now. */
async function documentsWith(
  library: Library,
  { audience, topic }: DigestRequest,
  { phrase, fresh }: Pick<Sought, 'phrase' | 'fresh'>,
): Promise<IndexedDocument[]> {
  const { collections } = library.scopeFor(audience, topic.collections);
  const loaded = await library.load(new Set(fresh.map(({ id }) => id)));
  return fresh.flatMap(({ id, sha256 }) => {
    const indexed = loaded.get(id);
    if (indexed?.document.sha256 !== sha256 || !collections.includes(indexed.document.collection)) return [];
    const { document } = indexed;
    return phrasesIn(`${displayTitle(document)}\n${document.text}`)(phrase) ? [indexed] : [];
  });
}

/** The first new sentence with the phrase; where no sentence has it whole, the first new one of the passage or of the document that does. */
function excerptWith(
  indexed: IndexedDocument,
  phrase: string,
  isNew: (slice: Slice) => boolean,
): Excerpt | null {
  const { text } = indexed.document;
  const all = indexed.passages.flatMap((_, passage) => candidatesIn(indexed, passage));
  const hasIt = ({ start, end }: Slice) => phrasesIn(text.slice(start, end))(phrase);
  const whole = all.filter(({ slice }) => hasIt(slice));
  const around = whole.length > 0 ? whole : all.filter(({ passageSlice }) => hasIt(passageSlice));
  const best = (around.length > 0 ? around : all).find(({ slice }) => isNew(slice));
  return best ? growExcerpt(best) : null;
}

/** The sentences of a passage as candidates of the same rank. */
function candidatesIn(indexed: IndexedDocument, passage: number): Candidate[] {
  const { document, passages } = indexed;
  const { start = 0, end = 0 } = passages[passage] ?? {};
  const sentences = sentencesOf(indexed, passage);
  const rank = { terms: new Set<string>(), covered: 1, passageCovered: 1, score: 1, confidence: 1 };
  return sentences.map((slice, at) => ({
    ...{ document, passage, passageSlice: { start, end }, sentences, at, slice },
    ...rank,
  }));
}

/** The near copies of the documents quoted. */
function copiesOf(found: readonly Found[], chosen: readonly Excerpt[]): Digest['copies'] {
  const quoted = documentsOf(chosen);
  const stories = found.flatMap(({ story }) =>
    quoted.has(story.quoted.document.id) && story.copies.length > 0 ? [story] : [],
  );
  return new Map(
    stories.map(({ quoted: { document }, copies }) => [document.id, copies.map((copy) => copy.document.id)]),
  );
}
