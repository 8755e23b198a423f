import { expect, test } from 'vitest';
import { documentsOnTopic, findTopicHits } from '../../../src/core/digests/on-topic.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { createTestCore, LOCAL } from '../../fakes/local-chat.ts';

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
  const found = documentsOnTopic(findTopicHits(core.read(QUERY, search), search), search, () => true);
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
