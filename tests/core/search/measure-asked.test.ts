import { expect, test } from 'vitest';
import { measureAsked } from '../../../src/core/search/measure-asked.ts';

test.each([
  ['Wie viele Tage dauert die Fahrt?', 'Tage'],
  ['In welchem Jahr sank sie?', 'Jahr'],
  ['En combien de jours arrive-t-elle ?', 'jours'],
  ['Dans quel délai faut-il répondre ?', 'délai'],
  ['¿Hasta qué importe responde?', 'importe'],
  ['Quanti giorni ha il pilota?', 'giorni'],
  ['Em que ano afundou?', 'ano'],
  ['Welk bedrag is geleend?', 'bedrag'],
  ['女性の割合はどのくらいですか。', '割合'],
  ['新船占多大比例？', '比例'],
])('%s', (question, measure) => {
  const found = measureAsked(question);
  expect(found && question.slice(found.start, found.end)).toBe(measure);
});

test.each(['Was ist die Frist für Lotsen?', 'Qual é o tempo mínimo?', 'Welcher Lotse fährt?'])(
  'what is named is no measure: %s',
  (question) => {
    expect(measureAsked(question)).toBeNull();
  },
);
