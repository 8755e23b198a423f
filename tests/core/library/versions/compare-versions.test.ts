import { describe, expect, test } from 'vitest';
import { sentenceKey } from '../../../../src/core/library/documents/sentence-key.ts';
import { compareVersions } from '../../../../src/core/library/versions/compare-versions.ts';
import { createIndexedDocument } from '../../../fakes/documents.ts';

const AT = new Date('2026-11-24T08:00:00Z');
const SEVEN = 'A single ticket costs seven crowns.';
const NINE = 'A single ticket costs nine crowns.';
const DOGS = 'Dogs travel for two crowns on a leash.';
const SOLD = 'Tickets are sold “at the pier” and on board – always.';

function compare(before: string, now: string) {
  const documents = [before, now].map((text) => createIndexedDocument('news/fares', { text }));
  const [first, second] = documents;
  if (!first || !second) throw new Error('There are two versions.');
  return { revision: compareVersions({ before: first, now: second }, AT), before: first.document };
}

describe('two versions of a document', () => {
  test('differ by the sentences lost, exact slices of the earlier text, and by those gained', () => {
    const { revision, before } = compare(`${SOLD} ${SEVEN}\n\n${DOGS}`, `${SOLD} ${NINE}\n\n${DOGS}`);
    expect(revision?.lost.map(({ text }) => text)).toEqual([SEVEN]);
    expect(revision?.gained).toEqual([sentenceKey(NINE)]);
    const [lost] = revision?.lost ?? [];
    expect(before.text.slice(lost?.start, lost?.end)).toBe(SEVEN);
    expect(revision?.before).toBe(before.sha256);
  });

  test.each([
    ['white space', `${SOLD}\n\n${SEVEN} ${DOGS}`],
    ['order', `${DOGS} ${SEVEN} ${SOLD}`],
    ['typography', `${SOLD.replaceAll(/[“”]/g, '"').replace('–', '-')} ${SEVEN} ${DOGS.replace('.', '!')}`],
    ['case', `${SOLD} ${SEVEN.toUpperCase()} ${DOGS}`],
  ])('do not differ by %s', (_, now) => {
    expect(compare(`${SOLD} ${SEVEN} ${DOGS}`, now).revision).toMatchObject({ lost: [], gained: [] });
  });

  test.each([
    ['It costs $5 now.', 'It costs €5 now.'],
    ['It fell by 5 there.', 'It fell by −5 there.'],
    ['It rose by 5% there.', 'It rose by 5 there.'],
    ['It costs 1.5 crowns.', 'It costs 15 crowns.'],
  ])('differ by signs and numbers: %s %s', (before, now) => {
    expect(compare(before, now).revision?.lost.map(({ text }) => text)).toEqual([before]);
  });

  test('are not compared if the text is the same, or quite another', () => {
    expect(compare(SEVEN, SEVEN).revision).toBeNull();
    const many = [...Array(500).keys()].map((at) => `Boat number ${at} sailed on that day.`).join(' ');
    expect(compare(SEVEN, many).revision).toBeNull();
  });

  test('keep no text of long sentences, and so much of all others', () => {
    const long = `It was ${'a very '.repeat(200)}long day.`;
    expect(compare(`${long} ${DOGS}`, DOGS).revision?.lost).toMatchObject([{ text: null }]);
    const many = [...Array(300).keys()].map((at) => `Boat ${at} sailed ${'far '.repeat(40)}on that day.`);
    const lost = compare(many.join(' '), DOGS).revision?.lost ?? [];
    const kept = lost.flatMap(({ text }) => text ?? []);
    expect(lost).toHaveLength(300);
    expect(kept.join('').length).toBeLessThanOrEqual(20_000);
    expect(kept.length).toBeGreaterThan(50);
  });
});
