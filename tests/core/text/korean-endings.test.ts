import { expect, test } from 'vitest';
import { withoutKoreanEnding } from '../../../src/core/text/korean-endings.ts';

test.each([
  ['닫나요', '닫'],
  ['닫는다', '닫'],
  ['열린다', '열리'],
  ['열립니다', '열리'],
  ['승인했다', '승인'],
  ['승인한', '승인'],
  ['얼마인가요', '얼마'],
  ['바다', null],
  ['북한', null],
])('%s without its ending: %s', (word, stem) => {
  expect(withoutKoreanEnding(word)).toBe(stem);
});
