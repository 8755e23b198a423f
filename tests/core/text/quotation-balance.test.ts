import { expect, test } from 'vitest';
import { quotationBalance } from '../../../src/core/text/quotation-balance.ts';

test.each([
  ['Lund said: “The ferry is old.', 1],
  ['Nobody wants it.”', -1],
  ['Lund said: "The ferry is old.', 1],
  ['Nobody wants it," Lund said.', -1],
  ['"Nobody wants it," Lund said.', 0],
  ['„Die Fähre ist alt“, sagte Lund.', 0],
  ['»Die Fähre ist alt«, sagte Lund.', 0],
  ['« Le bac est vieux », dit Lund.', 0],
  ['« Le bac est vieux.', 1],
  ['Die Fähre ist alt“, sagte Lund.', -1],
  ['「船は古い', 1],
  ['The board is 5" wide.', 0],
  ['"The ferry was built in 1984" said Lund.', 0],
  ['"Nobody wants it"[12] is what Lund said.', 0],
  ['"Nobody wants it"… said Lund.', 0],
  ['Lund said:"The ferry is old.', 1],
  ['The "rock"n"roll" of the ferry.', 0],
])('%s: %i', (text, balance) => {
  expect(quotationBalance(text)).toBe(balance);
});
