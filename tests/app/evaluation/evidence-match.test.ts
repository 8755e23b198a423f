import { describe, expect, test } from 'vitest';
import { containsEvidence } from '../../../src/app/evaluation/evidence-match.ts';

describe('an excerpt', () => {
  test.each([
    ['On Monday, the “council” PAYS for the pier.', 'The council pays for the pier', true],
    ['The council pays.', 'The council pays for the pier', false],
    ['The council pays for the pier', 'The council pays for the pier and the lamp', true],
    [
      'For the pier, the town council of Eastport pays 30 crowns.',
      'the council of Eastport pays about 30 crowns',
      true,
    ],
    [
      'The town council of Westport pays 30 crowns a day.',
      'the council of Eastport pays about 30 crowns',
      false,
    ],
    [
      'The town council of Eastport pays 31 crowns a day.',
      'the council of Eastport pays about 30 crowns',
      false,
    ],
    ['Repayments rise.', 'pay', false],
    ['Anything', '…', false],
  ])('%j contains %j: %s', (text, evidence, isRight) => {
    expect(containsEvidence(text, evidence)).toBe(isRight);
  });
});
