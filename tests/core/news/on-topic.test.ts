import { describe, expect, test } from 'vitest';
import { documentsOnTopic, findTopicHits } from '../../../src/core/news/on-topic.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { createTestCore, LOCAL, loadOwnCorpus } from '../../fakes/local-chat.ts';

const QUERY = 'ferry island council rudder pier';
const WHOLE = 'The council closed the pier to the island after the ferry lost its rudder.';
const OTHER =
  'A baker sold warm bread to tall sailors and slow horses while cold rain fell on the long grey street.';

/** Which of some texts, by their place, are on the topic. */
async function onTopic(...texts: readonly string[]): Promise<number[]> {
  const documents = texts.map((text, at) => createDocument(`harbour/${at}`, { text }));
  const core = await createTestCore(createContents(documents));
  await core.prepare();
  const search = core.searchFor(LOCAL);
  const found = documentsOnTopic(findTopicHits(core.parse(QUERY, search), QUERY, search), search, () => true);
  return [...found].map((id) => Number(id.split('/')[1])).sort();
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

/** Says whether a text beside the project's own corpus is on a topic of many names. */
async function isOnLongTopic(text: string): Promise<boolean> {
  const { documents } = await loadOwnCorpus();
  const added = createDocument('nato-asia/added', { text });
  const core = await createTestCore(createContents([...documents, added]));
  await core.prepare();
  const search = core.searchFor(LOCAL);
  const hits = findTopicHits(core.parse(LONG_QUERY, search), LONG_QUERY, search);
  return documentsOnTopic(hits, search, (id) => id === added.id).has(added.id);
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
