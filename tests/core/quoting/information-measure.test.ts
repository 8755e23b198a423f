import { describe, expect, test } from 'vitest';
import {
  askedInformation,
  type InformationMeasure,
  informationMeasure,
} from '../../../src/core/quoting/information-measure.ts';
import type { TermStatistics } from '../../../src/core/search/term-statistics.ts';
import { queryFor, termFor, termsFor } from '../../fakes/query.ts';

async function statisticsOf(counts: Readonly<Record<string, number>>): Promise<TermStatistics> {
  const frequencies = await Promise.all(
    Object.entries(counts).map(async ([word, count]) => [await termFor(word), count] as const),
  );
  return { passages: 100, frequencies: new Map(frequencies) };
}

const shareBy =
  ({ express, share }: InformationMeasure) =>
  (...texts: readonly ReadonlySet<string>[]) =>
    share(...texts.map(express));

describe('the information that terms contain', () => {
  test('is none, all, or the share of what they contain of it', async () => {
    const statistics = await statisticsOf({ Selma: 5, Nordbau: 5 });
    const measure = shareBy(informationMeasure(await queryFor('Selma Nordbau'), statistics));
    expect(measure(await termsFor('Lund'))).toBe(0);
    expect(measure(await termsFor('Selma'))).toBeCloseTo(0.5);
    expect(measure(await termsFor('Nordbau in Selma'))).toBeCloseTo(1);
  });

  test('is greater for a rare word than for a common one', async () => {
    const statistics = await statisticsOf({ Selma: 1, Nordbau: 60 });
    const measure = shareBy(informationMeasure(await queryFor('Selma Nordbau'), statistics));
    const [rare, common] = [measure(await termsFor('Selma')), measure(await termsFor('Nordbau'))];
    expect(rare).toBeGreaterThan(common);
    expect(rare + common).toBeCloseTo(1);
  });

  test('of texts together is what any of them contains', async () => {
    const statistics = await statisticsOf({ Selma: 5, Nordbau: 5 });
    const measure = shareBy(informationMeasure(await queryFor('Selma Nordbau'), statistics));
    expect(measure(await termsFor('Selma'), await termsFor('Nordbau'))).toBeCloseTo(1);
  });

  test('of an empty query is 0', async () => {
    const measure = shareBy(informationMeasure({ concepts: [] }, await statisticsOf({})));
    expect(measure(await termsFor('Selma'))).toBe(0);
  });
});

describe('the information asked for', () => {
  test('leaves out what need not be answered', async () => {
    const { concepts } = await queryFor('Selma Nordbau');
    const statistics = await statisticsOf({ Selma: 5, Nordbau: 5 });
    const all = askedInformation({ concepts }, statistics);
    const half = askedInformation(
      { concepts: concepts.map((concept, at) => ({ ...concept, essential: at === 0 })) },
      statistics,
    );
    expect(half.concepts).toEqual([concepts[0]]);
    expect(half.information).toBeCloseTo(all.information / 2);
  });

  test('is unknown as far as no document contains it', async () => {
    const asked = await queryFor('Selma Nordbau');
    const share = async (counts: Readonly<Record<string, number>>) =>
      askedInformation(asked, await statisticsOf(counts)).unknown;
    expect(await share({ Selma: 5, Nordbau: 5 })).toBe(0);
    const half = await share({ Selma: 5 });
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1);
    expect(await share({})).toBeCloseTo(1);
  });

  test('is never 0, so that it can be divided by', async () => {
    const { information, unknown } = askedInformation({ concepts: [] }, await statisticsOf({}));
    expect(information).toBeGreaterThan(0);
    expect(unknown).toBe(0);
  });
});
