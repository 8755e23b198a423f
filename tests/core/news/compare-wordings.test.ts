import { describe, expect, test } from 'vitest';
import { compareWordings, SAME_SENTENCE } from '../../../src/core/news/compare-wordings.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';

async function compare(before: string, now: string, code = 'en') {
  const language = await loadLanguage(code);
  const read = (text: string) => ({ words: splitWords(text, language), language: code });
  return compareWordings(read(before), read(now));
}

const VOTED = 'The harbour council approved the new ferry on Friday after a long debate.';

describe('a sentence is corrected', () => {
  test.each([
    ['a verb by its opposite', VOTED, VOTED.replace('approved', 'rejected')],
    ['one of few words', 'The council approved the ferry.', 'The council rejected the ferry.'],
    ['an adjective by its opposite', 'The old quay is safe for cars.', 'The old quay is unsafe for cars.'],
    ['a number', 'The ferry carries 120 passengers a day.', 'The ferry carries 210 passengers a day.'],
    ['a long number', 'The ferry cost 12000 crowns to mend.', 'The ferry cost 13000 crowns to mend.'],
    ['a number in words', 'Three sailors were hurt in the storm.', 'Four sailors were hurt in the storm.'],
    ['a date', 'The ferry sails again on 3 May 2026.', 'The ferry sails again on 5 May 2026.'],
    ['a name', 'The mayor of Borkum opened the quay.', 'The mayor of Juist opened the quay.'],
    ['a short word one letter apart', 'The yard will hire ten welders.', 'The yard will fire ten welders.'],
    [
      'a function word by its opposite',
      'Fares went up by a third in May.',
      'Fares went down by a third in May.',
    ],
    [
      'the order in time',
      'The vote comes before the summer break.',
      'The vote comes after the summer break.',
    ],
  ])('with %s replaced', async (_what, before, now) => {
    const there = await compare(before, now);
    expect(there.likeness).toBeGreaterThanOrEqual(SAME_SENTENCE);
    expect([there.isCorrected, (await compare(now, before)).isCorrected]).toEqual([true, true]);
  });

  test.each([
    ['en', 'The ferry will sail in winter.', 'The ferry will not sail in winter.'],
    ['en', 'The ferry does sail in the winter.', 'The ferry doesn’t sail in the winter.'],
    ['en', 'The captain was sober that night.', 'The captain was never sober that night.'],
    ['de', 'Die Fähre fährt im Winter nach Juist.', 'Die Fähre fährt im Winter nicht nach Juist.'],
    ['fr', 'Le bac traverse le port en hiver.', 'Le bac ne traverse pas le port en hiver.'],
    ['es', 'El barco saldrá del puerto en invierno.', 'El barco no saldrá del puerto en invierno.'],
    ['pl', 'Prom wypłynie z portu w niedzielę rano.', 'Prom nie wypłynie z portu w niedzielę rano.'],
    ['ru', 'Паром выйдет из порта в воскресенье утром.', 'Паром не выйдет из порта в воскресенье утром.'],
  ])('with a denial added or removed (%s)', async (language, before, now) => {
    const there = await compare(before, now, language);
    expect(there.likeness).toBeGreaterThanOrEqual(SAME_SENTENCE);
    expect([there.isCorrected, (await compare(now, before, language)).isCorrected]).toEqual([true, true]);
  });

  test.each([
    ['de', 'Der Rat hat die neue Fähre gebilligt.', 'Der Rat hat die neue Fähre abgelehnt.'],
    ['fr', 'Le conseil a approuvé le nouveau bac vendredi.', 'Le conseil a rejeté le nouveau bac vendredi.'],
    ['zh', '港口委员会星期五批准了新的渡轮计划。', '港口委员会星期五否决了新的渡轮计划。'],
  ])('in other languages (%s)', async (language, before, now) => {
    const { likeness, isCorrected } = await compare(before, now, language);
    expect([likeness >= SAME_SENTENCE, isCorrected]).toEqual([true, true]);
  });
});

describe('a sentence is the same, whatever else changes', () => {
  test.each([
    ['punctuation', VOTED, VOTED.replace(' on Friday after', ', on Friday, after')],
    ['capitals', VOTED, VOTED.replace('council', 'Council')],
    ['another spelling', 'The harbour is grey in colour.', 'The harbor is grey in color.'],
    [
      'a typing mistake',
      'The council recieved the plans for a quay.',
      'The council received the plans for a quay.',
    ],
    ['an accent', 'The café by the quay serves soup.', 'The cafe by the quay serves soup.'],
    ['a hyphen', 'They wrote an e-mail to the harbour office.', 'They wrote an email to the harbour office.'],
    ['words joined', 'Some 12 per cent of the boats were old.', 'Some 12 percent of the boats were old.'],
    ['the form of a number', 'The boat cost 12,000 crowns to mend.', 'The boat cost 12 000 crowns to mend.'],
    ['an ending', 'The council approves of the new ferry.', 'The council approved of the new ferry.'],
    ['a word more', VOTED, VOTED.replace('approved', 'finally approved')],
    ['a word less', VOTED, VOTED.replace('long ', '')],
    ['a function word', 'The ferry which sank was old.', 'The ferry that sank was old.'],
    ['the order', VOTED, `On Friday the harbour council approved the new ferry after a long debate.`],
  ])('%s', async (_what, before, now) => {
    expect((await compare(before, now)).isCorrected).toBe(false);
    expect((await compare(now, before)).isCorrected).toBe(false);
  });
});

describe('two sentences are different ones', () => {
  test.each([
    ['about different things', VOTED, 'Two young bears were born at the zoo on Monday.'],
    [
      'of which one is a part of the other',
      'The quay is open.',
      `The quay, which was built by the yard, is now closed to cars.`,
    ],
    ['with only function words in common', 'It was the best of all.', 'It was the worst of all.'],
    ['of which one has no words', VOTED, '…'],
  ])('%s', async (_what, before, now) => {
    expect((await compare(before, now)).likeness).toBeLessThan(SAME_SENTENCE);
  });
});

test('one plain word replaced is told from several, and from names and numbers', async () => {
  const isOneWord = async (from: string, to: string) =>
    (await compare(VOTED, VOTED.replace(from, to))).isOneWord;
  expect(await isOneWord('approved', 'rejected')).toBe(true);
  expect(await isOneWord('approved', 'has not approved')).toBe(true);
  expect(await isOneWord('approved the new ferry', 'rejected the new bridge')).toBe(false);
  expect(await isOneWord('Friday', 'Thursday')).toBe(false);
});
