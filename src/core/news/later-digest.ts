import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import { labelOf } from '../quoting/aspects.ts';
import { documentsOf } from '../quoting/candidate.ts';
import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import { groupCopies, type Story, versionsOf } from '../quoting/near-copies.ts';
import { copiesOfQuoted } from '../quoting/quoted-copies.ts';
import type { News } from './choose-news.ts';
import { chooseVaried } from './choose-varied.ts';
import { type Correction, type FindCorrection, findCorrections, mayReadIn } from './corrections.ts';
import { type Digest, type DigestRequest, NOTHING_NEW } from './digest.ts';
import type { FindChange, NewSentence } from './document-change.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { documentsNearBest, documentsOnTopic } from './on-topic.ts';
import { rankNews } from './rank-news.ts';
import { repetitionsOf, toShownExcerpt } from './shown-before.ts';
import {
  addsFact,
  canAddToStory,
  type FindShownStory,
  findShownStories,
  isNewSource,
} from './shown-stories.ts';
import type { DigestMaterial } from './topic-search.ts';

/** Composes what is new on the topic and was not shown to the channel before. */
export function composeLaterDigest(request: DigestRequest, material: DigestMaterial): Digest {
  const { topic, length, max, before } = request;
  const { findings, loaded } = material;
  const shown = before.flatMap((content) => content.shown);
  const shownStoryOf = findShownStories(shown, loaded.documents);
  const mayRead = mayReadIn(findings.scope);
  const past = {
    shown,
    shownStoryOf,
    loaded,
    changeOf: material.changeOf,
    find: findCorrections({ before, shownStoryOf, loaded, mayRead }),
  };
  const stories = findStories(material, past);
  const unshown = leaveOutShown(rankNews(stories, material, past), past);
  if (unshown.length === 0) return NOTHING_NEW;
  const budget = { maxPoints: max, maxCharacters: BRIEF_BUDGETS[length].maxCharacters };
  const labelFor = ({ text }: { readonly text: string }) => labelOf(text, topic.aspects);
  const { chosen, more } = chooseVaried(unshown, budget, labelFor);
  const { corrections, changes } = marksOf(unshown, chosen);
  const counted = documentsOf(unshown.map(({ excerpt }) => excerpt));
  const reported = stories.filter(({ quoted }) => counted.has(quoted.document.id));
  return {
    quotations: chosen.map((excerpt) => ({ excerpt, label: labelFor(excerpt) })),
    copies: copiesOfQuoted(
      chosen,
      documentsNearBest(findings.hits),
      loaded,
      corrections.size + changes.size > 0 ? 'refused' : 'allowed',
    ),
    ...{ corrections, changes },
    news: reported.length,
    content: {
      documents: reported.flatMap(versionsOf),
      shown: chosen.map((excerpt) => toShownExcerpt(excerpt, loaded.tokenize)),
    },
    more,
  };
}

/** Returns what the chosen excerpts correct, and what of them is new in documents that changed. */
function marksOf(
  news: readonly News[],
  chosen: readonly Excerpt[],
): { corrections: ReadonlyMap<Excerpt, Correction>; changes: ReadonlyMap<Excerpt, NewSentence> } {
  const corrections = new Map<Excerpt, Correction>();
  const changes = new Map<Excerpt, NewSentence>();
  for (const { excerpt, correction, change } of news) {
    if (!chosen.includes(excerpt)) continue;
    if (correction) corrections.set(excerpt, correction);
    if (change) changes.set(excerpt, change);
  }
  return { corrections, changes };
}

/** Finds the stories that new versions on the topic tell, add to, or correct. */
function findStories({ findings, loaded, fresh }: DigestMaterial, past: ShownBefore): Story[] {
  const ids = new Set(fresh.map(({ id }) => id));
  const onTopic = documentsOnTopic(findings.hits, loaded, (id) => ids.has(id));
  const found = [...onTopic].flatMap((id) => loaded.documents.get(id) ?? []);
  const whole = ({ document: { text } }: IndexedDocument) => ({ start: 0, end: text.length });
  const isCorrecting = (indexed: IndexedDocument) =>
    past.find(indexed, whole(indexed)) !== null ||
    past.changeOf(indexed)?.some(({ isCorrected }) => isCorrected);
  const correcting = new Set(found.filter(isCorrecting));
  const adding = found.filter(
    (indexed) =>
      !correcting.has(indexed) &&
      canAddToStory(indexed.document, past.shownStoryOf(indexed), loaded.tokenize),
  );
  return [...groupCopies([...correcting]), ...groupCopies(adding)];
}

interface ShownBefore {
  readonly shown: readonly ShownExcerpt[];
  readonly shownStoryOf: FindShownStory;
  readonly loaded: LoadedDocuments;
  readonly find: FindCorrection;
  readonly changeOf: FindChange;
}

/**
 * Leaves out what was shown; an own sentence in which a word was replaced was not. Of a story that was shown, what adds to it or corrects it is left, or one excerpt from a new
 * source.
 */
function leaveOutShown(news: readonly News[], { shown, shownStoryOf, loaded }: ShownBefore): News[] {
  const { documents, tokenize } = loaded;
  const isRepetition = repetitionsOf(shown);
  const remember = ({ excerpt }: News) => toShownExcerpt(excerpt, tokenize);
  const ids = [...documentsOf(news.map(({ excerpt }) => excerpt))];
  return ids.flatMap((id) => {
    const indexed = documents.get(id);
    const story = indexed ? shownStoryOf(indexed) : null;
    const entries = news.filter(({ excerpt }) => excerpt.document.id === id);
    const others = shown.filter(({ document }) => document !== id);
    const repeats = (entry: News) =>
      (entry.change?.isCorrected ? repetitionsOf(others) : isRepetition)(remember(entry));
    const unshown = entries.filter((entry) => entry.correction || !repeats(entry));
    if (!indexed || !story) return unshown;
    const adding = unshown.filter(
      (entry) =>
        entry.correction || entry.change?.isCorrected || addsFact(remember(entry).facts, story, tokenize),
    );
    return adding.length > 0 || !isNewSource(indexed.document, story) ? adding : unshown.slice(0, 1);
  });
}
