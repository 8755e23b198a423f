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

test('a sentence that calls something by the name nearly does', async () => {
  expect(await score('It installs a program known as spyware.', 'spyware')).toBe(0.8);
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
