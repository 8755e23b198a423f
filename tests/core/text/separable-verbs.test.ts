import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords, termsIn } from '../../../src/core/text/words.ts';

const termsOf = async (text: string, code = 'de') => termsIn(splitWords(text, await loadLanguage(code)));
const meet = async (one: string, other: string, code = 'de') => {
  const known = new Set(await termsOf(one, code));
  return (await termsOf(other, code)).some((term) => term.includes('|') && known.has(term));
};

describe('a German verb', () => {
  test.each([
    ['Die Kommission schlug neue Regeln vor.', 'Wer hat sie vorgeschlagen?'],
    ['Die Kommission schlägt neue Regeln vor, sagte sie.', 'Regeln vorzuschlagen ist leicht.'],
    ['Der Rat lehnte den Antrag ab.', 'Warum wurde er abgelehnt?'],
    ['Er nimmt an der Sitzung teil.', 'Wer nahm teil?'],
    ['Sie gab gestern nach; dann ging sie.', 'Wer muss nachgeben?'],
    ['Die Zahl nahm im Mai zu.', 'Hat die Zahl zugenommen?'],
    ['Er sprach lange.', 'Sie haben gesprochen.'],
    ['Der Vorschlag liegt vor.', 'Das wurde vorgeschlagen.'],
    ['Man stellte die Pläne gestern ein.', 'Die Pläne werden eingestellt.'],
  ])('is found by its other forms: %s %s', async (one, other) => {
    expect(await meet(one, other)).toBe(true);
    expect(await meet(other, one)).toBe(true);
  });

  test.each([
    ['Sie schlug die Regeln vor.', 'Sie lehnte die Regeln ab.'],
    ['Er nimmt teil.', 'Er nimmt zu.'],
    ['Er schlug zu, und das lag vor.', 'Das wurde vorgeschlagen.'],
  ])('is not another: %s %s', async (one, other) => {
    expect(await meet(one, other)).toBe(false);
  });

  test('changes nothing in other languages', async () => {
    expect((await termsOf('He went up the ladder.', 'en')).join()).not.toContain('|');
  });
});

describe('a Dutch verb', () => {
  test.each([
    ['De Commissie stelde nieuwe regels voor.', 'Wie heeft ze voorgesteld?'],
    ['De Commissie stelt nieuwe regels voor, zei zij.', 'Het is tijd om regels voor te stellen.'],
    ['De Raad wees het voorstel af.', 'Waarom werd het afgewezen?'],
    ['Hij neemt aan de vergadering deel.', 'Wie nam deel?'],
    ['Het aantal nam in mei toe.', 'Is het aantal toegenomen?'],
    ['De regering schafte de belasting af.', 'Waarom wordt die afgeschaft?'],
    ['Zij maakte de deur open.', 'Wie heeft de deur opengemaakt?'],
    ['Zij gaf gisteren toe; toen ging zij.', 'Wie moet toegeven?'],
  ])('is found by its other forms: %s %s', async (one, other) => {
    expect(await meet(one, other, 'nl')).toBe(true);
    expect(await meet(other, one, 'nl')).toBe(true);
  });

  test.each([
    ['Zij stelde de regels voor.', 'Zij wees de regels af.'],
    ['Hij neemt deel.', 'Het neemt toe.'],
  ])('is not another: %s %s', async (one, other) => {
    expect(await meet(one, other, 'nl')).toBe(false);
  });
});
