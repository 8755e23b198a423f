import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMoreNews } from '../../../src/core/news/more-news.ts';
import type { QuotedPlace } from '../../../src/core/quoting/quoted-place.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { FERRY_TOPIC, ferryDocuments } from '../../fakes/ferry-texts.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const OLD = createDocument('harbour/old', { text: 'The ferry to the island sails at noon.' });
const SOLD = createDocument('harbour/sold', {
  text: 'The council sold the ferry to the island.\n\nA storm sank another island ferry on Monday.',
});
const LUND = createDocument('harbour/lund', { text: 'Lund said that the island needs a ferry.' });

async function more(news: readonly { readonly id: string }[], shown: readonly QuotedPlace[] = []) {
  const { retriever, library } = await openRetriever(createContents([OLD, SOLD, LUND]));
  const ids = new Set(
    [OLD, SOLD, LUND].map(({ id }) => id).filter((id) => news.some((each) => each.id === id)),
  );
  const request = { topic: FERRY_TOPIC, audience: LOCAL, conversation: 'here', shown, news: ids };
  return composeMoreNews(retriever, library, request);
}

const pointsOf = (reply: Awaited<ReturnType<typeof more>>) => (reply.kind === 'brief' ? reply.points : []);
const placesOf = (reply: Awaited<ReturnType<typeof more>>): QuotedPlace[] =>
  pointsOf(reply).map(({ document, start, end }) => ({ document, start, end }));

describe('more of a digest', () => {
  test('quotes one excerpt of each document that was new in it, and nothing else', async () => {
    const reply = await more([SOLD, LUND]);
    expect(
      pointsOf(reply)
        .map(({ document }) => document)
        .sort(),
    ).toEqual([LUND.id, SOLD.id]);
    expect(reply).toMatchObject({ kind: 'brief', command: 'more', topic: 'ferry', more: true });
  });

  test('labels excerpts that are certainly on an aspect', async () => {
    const labels = pointsOf(await more([SOLD, LUND])).map(({ document, label }) => [document, label]);
    expect(labels).toContainEqual([LUND.id, 'Lund']);
  });

  test('starts with documents that were not quoted yet', async () => {
    const [sold] = placesOf(await more([SOLD]));
    if (!sold) throw new Error('nothing was quoted');
    const reply = await more([SOLD, LUND], [sold]);
    expect(pointsOf(reply).map(({ document }) => document)).toEqual([LUND.id, SOLD.id]);
  });

  test('ends with the reply that there is nothing', async () => {
    const shown = [SOLD, LUND].map(({ id, text }) => ({ document: id, start: 0, end: text.length }));
    expect(await more([SOLD, LUND], shown)).toMatchObject({
      kind: 'nothing',
      more: false,
      headline: 'The ferry',
    });
  });

  test('has more exactly if the next one quotes something', async () => {
    await fc.assert(
      fc.asyncProperty(ferryDocuments, fc.nat(3), async (documents, count) => {
        const { retriever, library } = await openRetriever(createContents(documents));
        const news = new Set(documents.slice(0, count).map(({ id }) => id));
        const compose = (shown: readonly QuotedPlace[]) =>
          composeMoreNews(retriever, library, {
            ...{ topic: FERRY_TOPIC, audience: LOCAL, conversation: 'here', news, shown },
          });
        let shown: readonly QuotedPlace[] = [];
        for (let reply = await compose(shown); ; ) {
          shown = [...shown, ...placesOf(reply)];
          const next = await compose(shown);
          expect(reply.more).toBe(next.kind === 'brief');
          if (next.kind !== 'brief') break;
          reply = next;
        }
      }),
      { numRuns: 25 },
    );
  });
});
