import { expect, test } from 'vitest';
import { lowerEverydayWords } from '../../../src/core/search/everyday-words.ts';
import { queryFor } from '../../fakes/query.ts';

test('everyday words count less the more common they are, and none counts nothing', async () => {
  const { concepts } = await queryFor('second-best hypersonic people Kovalevskaya');
  const lowered = new Map(lowerEverydayWords(concepts).map(({ written, weight }) => [written, weight]));
  expect(lowered.get('Kovalevskaya')).toBe(1);
  expect(lowered.get('people')).toBeLessThan(lowered.get('hypersonic') ?? 0);
  expect(lowered.get('people')).toBeGreaterThan(0);
});
