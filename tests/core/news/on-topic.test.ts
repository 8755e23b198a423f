import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import { documentsOnTopic, findTopicHits } from '../../../src/core/news/on-topic.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { loadOwnCorpus } from '../../fakes/local-chat.ts';

const QUERY = 'ferry island council rudder pier';
const WHOLE = 'The council closed the pier to the island after the ferry lost its rudder.';
const OTHER =
  'A baker sold warm bread to tall sailors and slow horses while cold rain fell on the long grey street.';

/** The ids of the documents that are on a topic; `isAsked` names those in question. */
async function idsOnTopic(
  written: string,
  documents: readonly Document[],
  isAsked: (id: string) => boolean = () => true,
): Promise<readonly string[]> {
  const { library, retriever, scope } = await openRetriever(createContents(documents));
  const query = await retriever.parse(written, scope);
  const tokenize = await retriever.tokenizer();
  const hits = await findTopicHits(retriever.index, scope, { query, written, tokenize });
  const loaded = { documents: await library.load(documents.map(({ id }) => id)), tokenize };
  return [...documentsOnTopic(hits, loaded, isAsked)];
}

/** Which of some texts, by their place, are on the topic. */
async function onTopic(...texts: readonly string[]): Promise<number[]> {
  const documents = texts.map((text, at) => createDocument(`harbour/${at}`, { text }));
  const found = await idsOnTopic(QUERY, documents);
  return found.map((id) => Number(id.split('/')[1])).sort();
}

test('a document that names all of a topic is on it', async () => {
  expect(await onTopic(OTHER, WHOLE)).toEqual([1]);
});

test('the best there is may still name too little of a topic', async () => {
  expect(await onTopic(OTHER, 'The ferry left the island at noon.')).toEqual([]);
});

test('what names most of a topic, but never much at once, is not on it beside what is about it', async () => {
  const far = (text: string) => `${text} ${Array.from({ length: 7 }, () => OTHER).join(' ')}`;
  const spread = [
    far('He saw a ferry and an island.'),
    far('The council met.'),
    far('He hit the pier.'),
  ].join('\n\n');
  expect(await onTopic(...Array.from({ length: 6 }, () => OTHER), WHOLE, spread)).toEqual([6]);
});

const LONG_QUERY = 'NATO Asia-Pacific Indo-Pacific partners liaison office Tokyo';
const AGENDA = Array.from({ length: 30 }, (_, n) => `The council spoke of item ${n} of its agenda.`).join(
  ' ',
);

/** Whether a text alongside the project's own corpus is on a topic of many names. */
async function isOnLongTopic(text: string): Promise<boolean> {
  const { documents } = await loadOwnCorpus();
  const added = createDocument('nato-asia/added', { text });
  const found = await idsOnTopic(LONG_QUERY, [...documents, added], (id) => id === added.id);
  return found.includes(added.id);
}

describe('a short text is on a long topic', () => {
  test.each([
    'NATO opened its liaison office in Tokyo on 21 November 2026, with a staff of 12 diplomats.',
    'NATO opened its first Asian liaison office in Tokyo on Saturday.',
    'Japan sent 300 soldiers to a NATO exercise in the Indo-Pacific on 20 November 2026.',
    'A NATO delegation met Indo-Pacific partners in Seoul on Monday.',
  ])('%s', async (text) => {
    expect(await isOnLongTopic(text)).toBe(true);
  });
});

describe('a text is not on a long topic by', () => {
  test.each([
    ['nothing of it', 'India won the third cricket test by 45 runs in Mumbai.'],
    ['ordinary words', 'A tax office in Bergen hired 12 partners.'],
    ['one name', 'Tokyo’s marathon drew 38,000 runners on Sunday.'],
    ['one name of two words', 'Asia-Pacific tourism grew by 4 percent.'],
    ['one name in a long text', `${AGENDA}\n\nThe mayor was a soldier under NATO.\n\n${AGENDA}`],
  ])('%s', async (_what, text) => {
    expect(await isOnLongTopic(text)).toBe(false);
  });
});
