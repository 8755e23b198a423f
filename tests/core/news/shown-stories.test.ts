import { beforeAll, describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../../src/core/library/documents/indexed-document.ts';
import { toShownExcerpt } from '../../../src/core/news/shown-before.ts';
import { canAddToStory, findShownStories, isNewSource } from '../../../src/core/news/shown-stories.ts';
import { growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import type { Tokenize } from '../../../src/core/quoting/retriever.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { createCandidates } from '../../fakes/candidates.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';

const TEXT =
  'The ferry to the island lost its rudder in a heavy storm, and all passengers were towed home by the tug. The council said that it would buy another ferry, since the old one had served the island for long.';

let tokenize: Tokenize;

beforeAll(async () => {
  const english = await loadLanguage('en');
  tokenize = (text) => [...splitWords(text, english)];
});

/** A story that was shown from one document, which may have been removed or changed since. */
function storyOf(indexed: IndexedDocument, original: 'there' | 'removed' = 'there') {
  const [candidate] = createCandidates('harbour/first', { text: TEXT, publisher: 'Herald' });
  if (!candidate) throw new Error('there is no sentence');
  const shown = toShownExcerpt(growExcerpt(candidate), tokenize);
  const first = createIndexedDocument('harbour/first', { text: TEXT, publisher: 'Herald' });
  const documents = new Map(original === 'there' ? [[first.document.id, first]] : []);
  return findShownStories([shown], documents)(indexed);
}

const copy = (facts: { text?: string; publisher?: string } = {}) =>
  createIndexedDocument('harbour/copy', { text: `${TEXT} It rained.`, ...facts });

describe('the story that a document tells', () => {
  test('was shown, if a near copy was quoted', () => {
    expect(storyOf(copy())?.originals.map(({ id }) => id)).toEqual(['harbour/first']);
  });

  test('was shown from a document removed since, only if the text is the same', () => {
    expect(storyOf(copy({ text: TEXT }), 'removed')).toMatchObject({ originals: [], shown: [{}] });
    expect(storyOf(copy(), 'removed')).toBeNull();
  });

  test('was not shown, if only the document itself was quoted', () => {
    expect(storyOf(createIndexedDocument('harbour/first', { text: TEXT }))).toBeNull();
  });

  test('was not shown, if the document tells another', () => {
    expect(storyOf(copy({ text: 'Two bears were born at the zoo, and visitors may see them.' }))).toBeNull();
  });
});

describe('a document can add to its story', () => {
  const canAdd = (indexed: IndexedDocument) => canAddToStory(indexed.document, storyOf(indexed), tokenize);

  test('if the story is new', () => {
    expect(canAdd(copy({ text: 'Two bears were born at the zoo, and visitors may see them.' }))).toBe(true);
  });

  test('if it is from another known publisher', () => {
    expect([
      canAdd(copy({ publisher: 'Gazette' })),
      canAdd(copy({ publisher: 'Herald' })),
      canAdd(copy()),
    ]).toEqual([true, false, false]);
  });

  test('if it states a fact that neither an excerpt nor the original has', () => {
    expect(canAdd(copy({ text: `${TEXT} The tug is from Borkum.` }))).toBe(true);
  });

  test('which an unknown publisher alone does not make it', () => {
    const story = storyOf(copy());
    expect(story && isNewSource(copy().document, story)).toBe(false);
  });
});
