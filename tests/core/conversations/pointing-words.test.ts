import { expect, test } from 'vitest';
import { isComparison, pointsBack } from '../../../src/core/conversations/pointing-words.ts';

test.each([
  ['en', 'Who will pay for it?', 'Who will pay for the ferry?'],
  ['de', 'Kann man darauf verzichten?', 'Gibt es das Schiff noch?'],
  ['fr', 'Combien coûte-t-elle ?', 'Combien faut-il payer ?'],
  ['es', '¿Quién nombra a sus miembros?', '¿Quién nombra al alcalde?'],
  ['it', 'Quanto costa questo?', 'Quanto costa il biglietto?'],
  ['nl', 'Wie betaalt daarvoor?', 'Wie betaalt de brug?'],
  ['pt', 'Quem paga isso?', 'Quem paga a ponte?'],
  ['ja', 'それはいつですか？', '橋はいつできますか？'],
  ['zh', '它什么时候开放？', '桥什么时候开放？'],
  ['ko', '그것은 언제 열리나요?', '다리는 언제 열리나요?'],
])('%s: "%s" points back, "%s" does not', (language, yes, no) => {
  expect([pointsBack(yes, language), pointsBack(no, language)]).toEqual([true, false]);
});

test.each([
  ['en', 'And China?', 'And who sold the old ferry?'],
  ['de', 'Und auf Mord?', 'Und wie lang müssen die Pausen sein?'],
  ['fr', 'Et en Espagne ?', 'Et combien coûte le billet du musée ?'],
  ['es', '¿Y en Chile?', '¿Y quién nombra a los miembros?'],
  ['zh', '那日本呢？', '日本有几座桥？'],
])('%s: "%s" asks the same of another, "%s" does not', (language, yes, no) => {
  expect([isComparison(yes, language), isComparison(no, language)]).toEqual([true, false]);
});
