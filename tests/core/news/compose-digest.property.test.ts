import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CollectionId, Document } from '../../../src/core/library/documents/document.ts';
import type { Digest, DigestRequest } from '../../../src/core/news/digest.ts';
import { BRIEF_BUDGETS } from '../../../src/core/quoting/excerpt-budget.ts';
import { openDigestChannel } from '../../fakes/digest-channel.ts';
import { createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island', collections: null, synonyms: [] },
  aspects: [{ label: 'Council', terms: ['council'] }],
};
const SECRET = { id: 'secret' as CollectionId, title: null, readable: ['terminal:local/terminal'] };

const sentence = fc
  .tuple(
    fc.constantFrom(
      'The ferry to the island',
      'The council',
      'The island',
      'A “ferry”',
      'He',
      '渡船 ferry 👩‍🚒 island',
    ),
    fc.constantFrom('was sold', 'sank', 'asks', 'did not sail', 'rings', 'burned', 'was painted', 'turned'),
    fc.constantFrom('in May 2023', 'in a storm', 'to Mr. Lund', 'for 12 crowns', 'at the pier', 'twice', ''),
  )
  .map((parts) => `${parts.join(' ').trim()}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 12 }).map(inParagraphs);
const arrival = fc.record({
  id: fc.constantFrom(
    'harbour/a',
    'harbour/b',
    'harbour/c',
    'harbour/d',
    'harbour/e',
    'secret/f',
    'secret/g',
  ),
  text,
  publisher: fc.constantFrom(null, 'Herald', 'Gazette'),
  late: fc.boolean(),
});
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('arrive' as const), arrival }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('remove' as const), id: arrival.map(({ id }) => id) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('edition' as const) }) },
  ),
  { minLength: 3, maxLength: 14 },
);
const order = fc.record({
  length: fc.constantFrom('30s' as const, '1m' as const, '3m' as const),
  max: fc.integer({ min: 1, max: 8 }),
});
const story = fc.record({ steps, order });

/** An edition, and the documents that were in the corpus when it was composed. */
interface Told {
  readonly digest: Digest;
  readonly held: ReadonlyMap<string, Document>;
  readonly order: Pick<DigestRequest, 'length' | 'max'>;
}

describe('whatever comes and goes', () => {
  test('every edition quotes word for word, what its audience may read, within its budget', async () => {
    await everyStory(async (told) => {
      for (const {
        digest,
        held,
        order: { length, max },
      } of told) {
        const excerpts = digest.quotations.map(({ excerpt }) => excerpt);
        for (const { document, slice, text } of excerpts)
          expect(text).toBe(held.get(document.id)?.text.slice(slice.start, slice.end));
        expect(JSON.stringify([digest.content, excerpts, [...digest.copies]])).not.toContain('secret/');
        expect(excerpts.length).toBeLessThanOrEqual(max);
        const characters = excerpts.reduce((sum, { text }) => sum + text.length, 0);
        expect(excerpts.length < 2 || characters <= BRIEF_BUDGETS[length].maxCharacters).toBe(true);
      }
    });
  });

  test('no channel is shown the same place twice', async () => {
    await everyStory(async (told) => {
      const shown = told.flatMap(({ digest }) => digest.content.shown);
      const twice = shown.filter((a, at) =>
        shown.some(
          (b, other) =>
            other < at &&
            a.document === b.document &&
            a.sha256 === b.sha256 &&
            a.start < b.end &&
            b.start < a.end,
        ),
      );
      expect(twice).toEqual([]);
    });
  });

  test('no document is quoted more than twice in news, and none is its own copy', async () => {
    await everyStory(async (told) => {
      for (const { digest } of told.filter((each) => !each.digest.content.first)) {
        const ids = digest.quotations.map(({ excerpt }) => excerpt.document.id);
        for (const id of ids) expect(ids.filter((other) => other === id).length).toBeLessThan(3);
        for (const id of new Set(ids)) expect(digest.copies.get(id) ?? []).not.toContain(id);
        for (const copies of digest.copies.values())
          for (const copy of copies) expect(ids).not.toContain(copy);
      }
    });
  });

  test('what an edition counts is at least what it quotes', async () => {
    await everyStory(async (told) => {
      for (const { digest } of told) {
        const quoted = new Set(digest.quotations.map(({ excerpt }) => excerpt.document.id));
        expect(digest.news).toBeGreaterThanOrEqual(quoted.size);
        expect(digest.news > 0).toBe(quoted.size > 0);
      }
    });
  });
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

// One seed for all: each story is lived through once, and every property looks at it.
const RUNS = { numRuns: 20, seed: Date.now() };
const lived = new Map<string, Promise<Told[]>>();

async function everyStory(check: (told: readonly Told[]) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(story, async (each) => {
      const key = JSON.stringify(each);
      const told = lived.get(key) ?? live(each);
      lived.set(key, told);
      await check(await told);
    }),
    RUNS,
  );
}

/** Lives through a story as a channel that may not read one of the collections. */
async function live({ steps, order }: Story): Promise<Told[]> {
  const audience = { ...LOCAL, channel: 'elsewhere' };
  const channel = await openDigestChannel({ topic: TOPIC, order, audience, collections: [SECRET] });
  const held = new Map<string, Document>();
  const told: Told[] = [];
  let now = 0;
  for (const step of steps) {
    now += 10;
    if (step.kind === 'edition') {
      told.push({ digest: await channel.edition(now), held: new Map(held), order });
    } else if (step.kind === 'arrive') {
      const { id, late, ...facts } = step.arrival;
      const document = createDocument(id, facts);
      held.set(id, document);
      await channel.arrive(late ? now - 30 : now, document);
    } else {
      const gone = held.get(step.id);
      if (gone) await channel.remove(gone);
      held.delete(step.id);
    }
  }
  return told;
}

/** Two sentences to a paragraph. */
function inParagraphs(sentences: readonly string[]): string {
  return sentences.reduce((all, each, at) => `${all}${at % 2 === 0 ? '\n\n' : ' '}${each}`).trim();
}
