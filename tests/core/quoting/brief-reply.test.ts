import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import {
  type BriefRequest,
  composeBriefReply,
  topicQuestion,
} from '../../../src/core/quoting/brief-reply.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { FERRY_TOPIC } from '../../fakes/ferry-texts.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const SOLD = createDocument('harbour/sold', { text: 'The ferry to the island was sold.' });
const SANK = createDocument('harbour/sank', { text: 'An island ferry sank in May 2023.' });
const BEARS = createDocument('zoo/bears', { text: 'Two young bears were born.', published: '2024-07' });

async function brief(documents: readonly Document[], given: Partial<BriefRequest> = {}) {
  const { retriever, library } = await openRetriever(createContents(documents));
  const topic = given.topic ?? FERRY_TOPIC;
  const { query } = await topicQuestion(retriever, library, { topic, audience: LOCAL });
  const request = { topic, query, length: '1m', style: 'points', shown: [] } as const;
  return composeBriefReply(retriever, library, {
    ...{ ...request, audience: LOCAL, conversation: 'here' },
    ...given,
  });
}

describe('a brief', () => {
  test('names its topic, and counts only what its collections hold', async () => {
    const topic = { ...FERRY_TOPIC, collections: [SOLD.collection] };
    expect(await brief([SOLD, BEARS], { topic })).toMatchObject({
      ...{ kind: 'brief', command: 'brief', conversation: 'here', topic: 'ferry', headline: 'The ferry' },
      ...{ coverage: { documents: 1, newest: null, undated: 1 }, more: false, note: null },
    });
  });

  test('on nothing says how many documents are not about its topic', async () => {
    const reply = await brief([BEARS]);
    expect(reply).toMatchObject({ kind: 'nothing', note: 'Nothing in 1 document is about The ferry.' });
  });

  test('on three words does not quote what has one of them by chance', async () => {
    const topic = { ...FERRY_TOPIC, query: 'carbon border tax' };
    const border = createDocument('zoo/border', { text: 'The border of the garden was closed on Monday.' });
    expect((await brief([border, SOLD], { topic })).kind).toBe('nothing');
    const all = createDocument('zoo/tax', { text: 'A tax on carbon is raised at the border.' });
    expect((await brief([border, all], { topic })).kind).toBe('brief');
  });

  test('as a timeline is in the order of dates, and names the last', async () => {
    const reply = await brief([SOLD, SANK], { style: 'timeline' });
    expect(reply.kind === 'brief' && reply.points.map(({ date }) => date)).toEqual(['2023-05', null]);
    expect(reply.note).toMatch(
      /^Newest first, back to May 2023\. Nothing found on this in 2 documents is later or earlier\.$/,
    );
  });

  test.each([
    ['one point', [SOLD], 'This has no date.'],
    [
      'several',
      [SOLD, createDocument('harbour/b', { text: 'The island needs a ferry.' })],
      'None of these has a date.',
    ],
  ])('as a timeline without dates says so: %s', async (_what, documents, note) => {
    expect((await brief(documents, { style: 'timeline' })).note).toBe(note);
  });
});

describe('the id of a brief', () => {
  test('is the same for the same brief, whatever its platform declares', async () => {
    const { id } = await brief([SOLD]);
    expect((await brief([SOLD])).id).toBe(id);
    expect((await brief([SOLD], { audience: { ...LOCAL, local: false } })).id).toBe(id);
  });

  test.each<[string, readonly Document[], Partial<BriefRequest>]>([
    ['another length', [SOLD], { length: '3m' }],
    ['another style', [SOLD], { style: 'timeline' }],
    ['another person', [SOLD], { audience: { ...LOCAL, user: 'ada' } }],
    ['other places shown', [SOLD], { shown: [{ document: SANK.id, start: 0, end: 1 }] }],
    ['another topic', [SOLD], { topic: { ...FERRY_TOPIC, title: 'Ferries' } }],
    ['other documents, even if none of them is quoted', [SOLD, BEARS], {}],
  ])('is another for %s', async (_what, documents, given) => {
    expect((await brief(documents, given)).id).not.toBe((await brief([SOLD])).id);
  });
});
