import { describe, expect, test } from 'vitest';
import { parseConcepts } from '../../../src/core/search/parse-concepts.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords, termsIn } from '../../../src/core/text/words.ts';

/** Whether a text contains every concept of a question, in some wording. */
async function meets(question: string, text: string, code = 'en'): Promise<boolean> {
  const language = await loadLanguage(code);
  const terms = new Set(termsIn(splitWords(text, language)));
  const { concepts } = parseConcepts(question, { languages: [language], thesaurus: { match: () => null } });
  const isIn = ({ terms: wanted }: { readonly terms: readonly string[] }) =>
    wanted.every((term) => terms.has(term));
  return concepts.length > 0 && concepts.every(({ wordings }) => wordings.some(isIn));
}

/** Checks that each of two ways to write something finds the other. */
function eachFindsTheOther(pairs: readonly (readonly [string, string, string?])[]): void {
  for (const [one, other, language = 'en'] of pairs)
    test(`${one} and ${other}`, async () => {
      expect([await meets(one, other, language), await meets(other, one, language)]).toEqual([true, true]);
    });
}

function neverFindEachOther(pairs: readonly (readonly [string, string, string?])[]): void {
  for (const [one, other, language = 'en'] of pairs)
    test(`${one} and ${other}`, async () => {
      expect([await meets(one, other, language), await meets(other, one, language)]).toEqual([false, false]);
    });
}

describe('the same with and without a hyphen or a space', () => {
  eachFindsTheOther([
    ['e-mail', 'email'],
    ['e-mails', 'email'],
    ['co-operation', 'cooperation'],
    ['re-elections', 'reelection'],
    ['a bi\u2011weekly walk', 'a biweekly walk'],
    ['B-17', 'B17'],
    ['B-17', 'B 17'],
    ['B17', 'B 17'],
    ['b-17', 'B17'],
    ['Hib-14', 'Hib14'],
    ['Hib 14', 'Hib-14'],
    ['hib 14', 'Hib14'],
    ['7km', '7 km'],
    ['7-km', '7\u00A0km'],
    ['2.5 kWh', '2.5kWh'],
    ['30%', '30 %'],
    ['state-of-the-art', 'state-of-the-art'],
    ['a to-do list', 'the todo list'],
    ['S-Bahn-Tunnel', 'S-Bahntunnel', 'de'],
    ['Port.js', 'Port.js'],
    ['port.gov', 'Port.gov'],
  ]);

  neverFindEachOther([
    ['B-17', 'B-71'],
    ['eine Würde', 'er würde gehen', 'de'],
    ['B-17', 'lamp 17'],
    ['7 km', '7 kg'],
    ['1.5', '15'],
    ['1.5', '5'],
    ['3-1', '31'],
    ['2010-2015', '20102015'],
    ['US', 'us'],
    ['pier', 'peer'],
    ['the Asia Society', 'asiasociety'],
  ]);
});

test('an aircraft is not its number', async () => {
  expect(await meets('B-17', 'the 17 lamps of pier B')).toBe(false);
});

describe('a date in any form', () => {
  eachFindsTheOther([
    ['14.07.2024', '14 July 2024'],
    ['14.07.2024', '2024-07-14'],
    ['14.7.2024', 'July 14, 2024'],
    ['14/7/2024', 'July 14th, 2024'],
    ['7/14/2024', '14 July 2024'],
    ['2024/07/14', 'the 14th of July 2024'],
    ['14. Juli 2024', '2024-07-14', 'de'],
    ['3/7/2024', '3 juillet 2024', 'fr'],
    ['14 de julio de 2024', '14/07/2024', 'es'],
    ['14 lipca 2024', '14.07.2024', 'pl'],
    ['2024年7月14日', '2024-07-14', 'ja'],
    ['2024년 7월 14일', '2024-07-14', 'ko'],
    ['July 14', '14 July'],
  ]);

  test.each([
    ['2024', '14.07.2024'],
    ['July 2024', '14.07.2024'],
    ['July 14', '14.07.2024'],
    ['July 14', '2024-07-14'],
    ['Juli 2024', 'am 14.7.2024', 'de'],
    ['2024', '2024년 7월에', 'ko'],
  ])('is found by a part of it: %s in %s', async (part, date, language?: string) => {
    expect(await meets(part, date, language)).toBe(true);
  });

  neverFindEachOther([
    ['14.07.2024', '15 July 2024'],
    ['10/07/2024', '10 July 2024'],
    ['10/07/2024', '7 October 2024'],
    ['July 14', 'July 15'],
    ['July 2024', '2024-08-14'],
  ]);
});

describe('letters that keyboards lack', () => {
  eachFindsTheOther([
    ['Łomża', 'Lomza'],
    ['Łomża', 'łomża', 'pl'],
    ['Tromsø', 'Tromso'],
    ['Tromsø', 'Tromsoe'],
    ['Đuro', 'Duro'],
    ['sœur', 'soeur', 'fr'],
    ['Færøyene', 'Faeroyene', 'no'],
    ['Straße', 'STRASSE', 'de'],
    ['Größe', 'Groesse', 'de'],
    ['Füße', 'Fusse', 'de'],
    ['Jäger', 'Jaeger'],
    ['Þórr', 'Thorr'],
    ['cafés', 'cafe'],
    ['İzmir', 'izmir', 'tr'],
    ['İzmir', 'Izmir'],
    ['ILIK', 'ılık', 'tr'],
    ['Ilık su', 'ılık su', 'tr'],
    ['Ålborg', 'Aalborg', 'da'],
  ]);

  neverFindEachOther([
    ['Strauß', 'Straus'],
    ['かき', 'がき', 'ja'],
    ['Hår', 'har', 'da'],
  ]);
});

describe('characters that are not seen', () => {
  eachFindsTheOther([
    ['Dampf\u00ADschiff', 'Dampfschiff', 'de'],
    ['Auf\u200Clage', 'Auflage', 'de'],
    ['har\u200Bbour', 'harbour'],
    ['har\u2060bour', 'har\uFEFFbour'],
    ['e\u00AD-mail', 'email'],
  ]);
});

describe('a Korean noun', () => {
  test.each([
    ['등대', '등대를'],
    ['등대', '등대에서는'],
    ['등대는', '등대의'],
    ['시청', '시청으로'],
    ['선장', '선장들이'],
    ['서울', '서울로'],
  ])('is found whatever its particle: %s in %s', async (noun, word) => {
    expect(await meets(noun, word, 'ko')).toBe(true);
  });

  neverFindEachOther([
    ['국', '국가', 'ko'], // no particle: 국 ends in a consonant, and is too short
    ['등대', '등산을', 'ko'],
    ['바다', '바닥을', 'ko'],
  ]);
});

describe('a name of function words', () => {
  test('is found in a question', async () => {
    expect(await meets('Did The Who play?', 'The Who played on Monday.')).toBe(true);
    expect(await meets('Did The Who play?', 'The choir played.')).toBe(false);
  });

  test('is not made of a title with capitals throughout', async () => {
    const language = await loadLanguage('en');
    const { concepts } = parseConcepts('State Of The Union', {
      languages: [language],
      thesaurus: { match: () => null },
    });
    expect(concepts.map(({ written }) => written)).toEqual(['State', 'Union']);
  });
});
