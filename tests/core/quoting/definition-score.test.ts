import { expect, test } from 'vitest';
import { definitionScore } from '../../../src/core/quoting/definition-score.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { queryFor } from '../../fakes/query.ts';

async function score(text: string, name: string, language = 'en'): Promise<number> {
  const words = splitWords(text, await loadLanguage(language));
  return definitionScore(text, words, await queryFor(name));
}

test.each([
  ['A harbour pilot is a sailor who knows the port.', 'harbour pilot'],
  ['Spyware – programs which monitor a computer – is common.', 'spyware'],
  ['Veritas (Latin for truth) is a party.', 'Veritas'],
  ['Spyware means programs that spy.', 'spyware'],
])('a sentence that opens with the name and says what it is defines it: %s', async (text, name) => {
  expect(await score(text, name)).toBe(1);
});

test('a sentence about a longer name defines it less clearly than one about the name', async () => {
  const text = 'The Lamp Framework for Safe Harbours (LFSH) is a programme of five ports.';
  expect(await score(text, 'Lamp Framework')).toBe(0.7);
});

test('and nothing that the question does not write as a name', async () => {
  expect(await score('The University of Lindau is the owner of the pier.', 'university')).toBe(0);
});

test('a sentence that calls something by the name nearly does', async () => {
  expect(await score('It installs a program known as spyware.', 'spyware')).toBe(0.8);
});

test('so does one that calls what was described by the name, wherever its words stand', async () => {
  expect(await score('We call these ferries “unsinkable”.', 'unsinkable ferries')).toBe(0.8);
  expect(await score('Solche Fähren nennen wir diese “unsinkbar”.', 'unsinkbar', 'de')).toBe(0.8);
});

test('a sentence that explains the name in passing does so still more, wherever else it has the name', async () => {
  const text = 'The anti-spyware tool removes spyware – programs which monitor a computer.';
  expect(await score(text, 'spyware')).toBe(0.9);
});

test.each([
  ['The council sails the lighthouse tender, a ship that carries oil.', 'lighthouse tender', 'en'],
  ['They met the pilot – an old sailor who knows the port.', 'pilot', 'en'],
  ['Sie verkauften die Fähre, ein altes Schiff, das im Hafen lag.', 'Fähre', 'de'],
  ['Sie entfernt Spyware – Programme, die einen Rechner belauschen.', 'Spyware', 'de'],
  ['On a vendu le bac, un navire qui traverse le fleuve.', 'bac', 'fr'],
])('so does one in any language: %s', async (text, name, language) => {
  expect(await score(text, name, language)).toBe(0.9);
});

test.each([
  ['Die NATO, sagte der Minister am Montag, baue neue Häfen.', 'NATO', 'de'],
  ['Frankreich, Deutschland und die Schweiz stimmten zu.', 'Frankreich', 'de'],
  ['Die NATO – sagte der Minister am Montag – baue neue Häfen.', 'NATO', 'de'],
  ['La OTAN, dijo que abriría un puerto.', 'OTAN', 'es'],
  ['After leaving the lighthouse, he told reporters that fees rise.', 'lighthouse', 'en'],
])('a clause that reports or goes on explains nothing: %s', async (text, name, language) => {
  expect(await score(text, name, language)).toBe(0);
});

test.each([
  ['Gestern fuhr die Fähre, ein Boot, das Floß und der Kahn.', 'Fähre', 'de'],
  ['In the harbour, a court ruled that fees rise.', 'harbour', 'en'],
  ['They left the lighthouse – and he told reporters that fees rise.', 'lighthouse', 'en'],
  ['Ayer la OTAN, un ministro dijo que abriría un puerto.', 'OTAN', 'es'],
])('what stands beside commas or a dash explains no more than it may: %s', async (text, name, language) => {
  expect(await score(text, name, language)).toBe(0.5);
});

test.each([
  ['By a pilot we mean whoever steers a ship.', 'pilot', 'en'],
  ['Unter einem Radar versteht man ein Gerät.', 'Radar', 'de'],
  ['Met een radar bedoelen we een toestel.', 'radar', 'nl'],
  ['Par pilote, on entend un marin.', 'pilote', 'fr'],
])('a sentence that says what is meant by the name defines it: %s', async (text, name, language) => {
  expect(await score(text, name, language)).toBe(1);
});

test.each([
  ['El GPS es aquel que guía los barcos.', 'GPS', 'es'],
  ['Le pilote est celui qui guide les bateaux.', 'pilote', 'fr'],
])('so does one that says which: %s', async (text, name, language) => {
  expect(await score(text, name, language)).toBe(1);
});

test('a name inside a sentence is defined less clearly', async () => {
  expect(await score('The council says that a pilot is a sailor.', 'pilot')).toBe(0.5);
});

test.each([
  ['The pilot sold a ferry.', 'pilot'],
  ['A harbour is a haven, and the pilot sleeps.', 'harbour pilot'],
  ['The council is an office.', 'pilot'],
])('no other sentence does: %s', async (text, name) => {
  expect(await score(text, name)).toBe(0);
});
